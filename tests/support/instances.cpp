#define GRADER_INSTANCE template
#include "support/instances.hpp"
