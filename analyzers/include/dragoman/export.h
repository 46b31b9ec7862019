// What the shared library gives to others; all else is hidden.
#pragma once

// Stands before a class or function that is given.
#define DRAGOMAN_API __attribute__((visibility("default")))
