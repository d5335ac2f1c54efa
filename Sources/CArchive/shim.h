#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif

/// Lets this thread understand UTF-8, as libarchive drops names that the locale cannot hold. Gives what has to be restored.
static inline void *carchive_use_utf8(void **made) {
    const char *names[] = {"C.UTF-8", "UTF-8", "en_US.UTF-8"};
    for (int index = 0; index < 3; index++) {
        locale_t utf8 = newlocale(LC_CTYPE_MASK, names[index], (locale_t)0);
        if (utf8 != (locale_t)0) {
            *made = (void *)utf8;
            return (void *)uselocale(utf8);
        }
    }
    *made = (void *)0;
    return (void *)0;
}

/// Restores what was before.
static inline void carchive_restore(void *former, void *made) {
    if (made == (void *)0) return;
    uselocale((locale_t)former);
    freelocale((locale_t)made);
}
