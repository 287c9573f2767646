/* Starts the build of finitencheck whose vectors are as wide as this processor's.
 *
 * A native program has one width of vectors. scripts/publish appends one build for each to this launcher, narrowest first, and after them a
 * table of their lengths (64-bit) and a mark. The chosen build is copied into a file in memory, which the process then becomes: nothing is
 * written to disk, and arguments, streams, signals and the process id stay what they are. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

#define BUILDS 3
static const char MARK[8] = "FNCBUILD";

struct trailer { uint64_t lengths[BUILDS]; char mark[8]; };

extern char **environ;

static int fail(const char *what) {
    fprintf(stderr, "error: finitencheck cannot start: %s (%s). Download it again, or build it with scripts/publish.\n", what, strerror(errno));
    return 4;
}

/* 0: what every 64-bit processor has; 1: AVX2; 2: AVX-512, as compilers group them under x86-64-v3 and v4. */
static int widest(void) {
    const char *limit = getenv("FINITENCHECK_VECTORS");
    int most = limit == NULL ? 512 : atoi(limit);
    int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    int avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    return avx512 && most >= 512 ? 2 : avx2 && most >= 256 ? 1 : 0;
}

/* A file without a name: in memory or, where that is forbidden, on disk. */
static int nameless(void) {
    int file = memfd_create("finitencheck", MFD_CLOEXEC);
    if (file >= 0) return file;
    const char *folder = getenv("TMPDIR");
    return open(folder != NULL ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0700);
}

int main(int count, char **arguments) {
    (void)count;
    struct trailer table;
    char path[4096], link[64];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0) return fail("/proc/self/exe cannot be read");
    path[length] = 0;
    int self = open(path, O_RDONLY | O_CLOEXEC);
    if (self < 0) return fail(path);
    off_t end = lseek(self, -(off_t)sizeof table, SEEK_END);
    if (end < 0 || read(self, &table, sizeof table) != sizeof table || memcmp(table.mark, MARK, sizeof MARK) != 0)
        return fail("it is not complete");

    int chosen = widest();
    off_t start = end;
    for (int build = BUILDS - 1; build >= chosen; build--) start -= (off_t)table.lengths[build];
    int program = nameless();
    if (program < 0) return fail("there is no room for it in memory");
    uint64_t left = table.lengths[chosen];
    while (left > 0) {
        ssize_t copied = sendfile(program, self, &start, left);
        if (copied <= 0) return fail("it cannot be copied");
        left -= (uint64_t)copied;
    }

    setenv("FINITENCHECK_LAUNCHED", path, 1);

    /* Opened again for reading alone: a file that is open for writing cannot be run. */
    snprintf(link, sizeof link, "/proc/self/fd/%d", program);
    int image = open(link, O_RDONLY | O_CLOEXEC);
    if (image < 0) return fail(link);
    close(program);
    fexecve(image, arguments, environ);
    return fail("it cannot be run");
}
