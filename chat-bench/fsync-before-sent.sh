#!/bin/sh
# Shows from outside that `sent` is said only after the message is on disk: runs a server under
# strace, sends one message, and looks for an fsync of the store's log between the read of the
# message and the write of its `sent`. Ends with 0 where there is one, 1 where there is none, 3
# where strace, nc or the server is missing. Needs Linux, and a built Parley (./parley server --help).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd -P)
for program in strace nc; do
    command -v "$program" >/dev/null || { echo "This needs $program." >&2; exit 3; }
done
folder=$(mktemp -d)
strace=
cleanup() {
    if [ -n "$strace" ]; then
        # The server is strace's child; strace ends with it.
        pid=$(cat "/proc/$strace/task/$strace/children" 2>/dev/null || true)
        [ -z "$pid" ] || kill $pid 2>/dev/null || true
        wait "$strace" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap cleanup EXIT
printf 'yoda pw-yoda\nluke pw-luke\n' >"$folder/credentials.txt"

touch "$folder/out" "$folder/heard"
strace -f -y -s 200 -o "$folder/trace" -e trace=fsync,fdatasync,read,write,recvfrom,sendto \
    "$root/parley" server --port 0 --bind 127.0.0.1 --credentials "$folder/credentials.txt" \
    --data "$folder/data" >"$folder/out" 2>"$folder/log" &
strace=$!
tries=0
until grep -q listening "$folder/out"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$strace" 2>/dev/null; then
        cat "$folder/log" >&2
        exit 3
    fi
    sleep 0.1
done
port=$(sed -n 's/^listening on //p' "$folder/out")

{
    echo '{"type":"login","id":"1","user":"yoda","password":"pw-yoda"}'
    tries=0
    until grep -q caught-up "$folder/heard" || [ "$tries" -gt 300 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    sleep 2 # what the sign-in itself writes is on disk by then
    echo '{"type":"message","id":"before-sent","to":"luke","text":"Do."}'
    until grep -q '"type":"sent"' "$folder/heard" || [ "$tries" -gt 600 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    echo '{"type":"logout"}'
} 2>/dev/null | nc 127.0.0.1 "$port" >"$folder/heard" || true

# A call that other threads interrupt stands in two lines; its end is the one that says "resumed".
awk '
    !heard && /before-sent/ && /(read|recvfrom)/ { heard = NR; print; next }
    heard && !said && /(fsync|fdatasync)\(.*parley\.db-wal/ {
        print
        thread[$1] = 1
        if (/= 0$/) { synced = NR }
        next
    }
    heard && !said && /(fsync|fdatasync) resumed/ && thread[$1] && /= 0$/ { print; synced = NR; next }
    heard && !said && /(write|sendto)/ && /type.*sent/ && /before-sent/ { said = NR; print }
    END {
        if (heard && synced && said) { print "The log was synced after the message was read and before sent was said."; exit 0 }
        print "No fsync of the log was seen between the message and its sent."
        exit 1
    }' "$folder/trace"
