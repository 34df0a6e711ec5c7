// Tells the tests where the build put what they work on, unless the environment says otherwise.
#include <gtest/gtest.h>

#include <cstdlib>

int main(int argc, char** argv) {
    setenv("COURSE_BINARY", TESTED_RUNNER, 0);
    setenv("COURSE_FIXTURE", TESTED_FIXTURE, 0);
    setenv("COURSE_VICTIMS", TESTED_VICTIMS, 0);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
