// The three headers that stand at the same place on Debian, Ubuntu and macOS.
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
