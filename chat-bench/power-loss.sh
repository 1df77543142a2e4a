#!/bin/sh
# Cuts the power of a server's disk, again and again under load, and shows that what was
# acknowledged is there: `chat-bench/power-loss.sh --rounds 20` is `./parley bench torture` with its
# data on an ext4 of its own, in a file, that is shut down (FS_IOC_SHUTDOWN, its journal not
# written) at a random moment, taken off, and put back. What was not brought to the disk is gone.
#
# Needs root, Linux with loop devices, mkfs.ext4, python3, and a built Parley (./parley server
# --help). Ends as the torture does: 0 where all is there, once and in order, 1 where it is not, 3
# where the machine does not allow it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)

shut_down() { # $1: a mounted folder. The number is FS_IOC_SHUTDOWN; 2: without writing the journal.
    python3 - "$1" <<'PYTHON'
import fcntl, os, struct, sys

folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(folder, 0x8004587D, struct.pack("I", 2))
PYTHON
}

put_on() {
    mount -o loop "$2.disk" "$2"
}

case ${1-} in
    begin)
        truncate -s 512M "$2.disk"
        mkfs.ext4 -q -F "$2.disk"
        put_on "$@"
        rmdir "$2/lost+found"
        ;;
    cut) shut_down "$2" ;;
    back)
        umount "$2"
        put_on "$@"
        ;;
    end)
        umount "$2"
        rm -f "$2.disk"
        ;;
    *) exec "$root/parley" bench torture --cut-power-by "$root/chat-bench/power-loss.sh" "$@" ;;
esac
