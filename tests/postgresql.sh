#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own, which goes when the command ends:
#   bash tests/postgresql.sh COMMAND...
# The command finds the server in HANDOFFOFFICE_TEST_POSTGRESQL. It listens on a free port of 127.0.0.1 and lies in a temporary folder; a server that the
# machine has already is neither touched nor asked. Where PostgreSQL is missing it is installed, without a server that starts with the machine.
set -uo pipefail

binaries() { # the newest PostgreSQL that this machine has
  local found
  found=$(compgen -G "/usr/lib/postgresql/*/bin/initdb" | sort -V | tail -1)
  [ -n "$found" ] || found=$(command -v initdb) || return 1
  dirname "$found"
}

install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "PostgreSQL is missing: run 'apt-get install postgresql' as root, or install it by your system's means" >&2; return 1; }
  echo "installing postgresql" >&2
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  fi
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql >/dev/null
}

bin=$(binaries) || { install && bin=$(binaries); } || exit 1

folder=$(mktemp -d) server= command=
finish() {
  trap - EXIT INT TERM HUP
  [ -z "$command" ] || kill "$command" 2>/dev/null
  if [ -n "$server" ]; then
    kill -QUIT "$server" 2>/dev/null # at once: nothing of it is kept
    wait "$server" 2>/dev/null
  fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The server refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$folder"
  as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
fi

cd "$folder" && "${as[@]}" "$bin/initdb" -D "$folder/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 ||
  { cat "$folder/initdb.log" >&2; exit 1; }
cd "$OLDPWD"

# A port that is free now may be taken a moment later: then another one is tried.
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 20000))
  "${as[@]}" "$bin/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$folder" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=500 -c shared_buffers=64MB -c deadlock_timeout=200ms >"$folder/server.log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    kill -0 "$server" 2>/dev/null || break
    "$bin/pg_isready" -q -h "$folder" -p "$port" && break 2
    sleep 0.1
  done
  kill -QUIT "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  server=
done
[ -n "$server" ] || { echo "PostgreSQL does not start:" >&2; tail -5 "$folder/server.log" >&2; exit 1; }

HANDOFFOFFICE_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres" "$@" &
command=$!
status=0
wait "$command" || status=$?
command=
exit "$status"
