#define GRADER_INSTANCE template
#include "kit/instances.hpp"
