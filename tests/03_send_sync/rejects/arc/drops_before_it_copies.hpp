// verdict: use_after_free
// test: Arc.an_arc_that_is_assigned_to_itself_keeps_its_value
// why: Assigned to itself, the only owner destroys the value and then counts in what is gone.

#include <new>

        // [assign]
        this->~Arc();
        new (this) Arc(other);
        // [assign]
