#!/usr/bin/env bash
# Runs every test on a fresh machine and installs what it lacks. `bash tests/run.sh NAME` runs one part:
#   format  domain  redlining  models  storage  microsoft365  api  connector  cli  addin  e2e  deploy
#   storage-postgresql  api-postgresql (the same tests on a PostgreSQL server that starts and goes with them)
#   capabilities (what the product has to do, with the tests that carry it: from the reports that the other parts have left)
# Two more take hours or half an hour, and are no part of the whole run:
#   model-long (the product against its model, a million commands)  kill-long (two hundred kills of the process)
# The last line is `N passed, M failed, K skipped`; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

passed=0 failed=0 skipped=0 broken=()
parts=(format domain redlining models storage microsoft365 api storage-postgresql api-postgresql connector cli addin e2e deploy capabilities)
reports=$PWD/tests/TestResults
if [ $# -eq 0 ]; then rm -rf "$reports"; else parts=("$@"); fi
mkdir -p "$reports"

say() { printf '\n== %s\n' "$*"; }

broke() { # broke WHAT: says it now, and once more at the end
  broken+=("$1")
  echo "$1"
}

count() { # count NAME STATUS PASSED FAILED SKIPPED: adds up; a part that broke without a count is one failure
  passed=$((passed + $3)) failed=$((failed + $4)) skipped=$((skipped + $5))
  if [ "$2" -ne 0 ] && [ "$4" -eq 0 ]; then
    broke "part $1 broke (exit code $2)"
    failed=$((failed + 1))
  fi
}

need() { # need COMMAND HOW: the tool is there, or one line says how to get it
  command -v "$1" >/dev/null || { echo "$1 is missing: $2"; exit 1; }
}

apt_install() { # apt_install COMMAND PACKAGES...: installs where it is missing and it may, else says how
  command -v "$1" >/dev/null && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${*:2}"
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${@:2}" >/dev/null
  fi
  command -v "$1" >/dev/null || { echo "$1 is missing: run 'apt-get install ${*:2}' as root, or install it by your system's means"; return 1; }
}

check() { # check NAME COMMAND...: one check that passes or fails as a whole
  local name=$1 status=0
  shift
  "$@" || status=$?
  if [ $status -eq 0 ]; then count "$name" 0 1 0 0; else broke "check $name failed"; count "$name" $status 0 1 0; fi
}

run_dotnet() { # run_dotnet NAME PROJECT [FILTER...]: builds one test project and runs it
  local log status=0
  log=$(mktemp)
  dotnet build "$2" -v quiet ${SKIP_PANE:+-p:SkipPane=true} && ${within[@]+"${within[@]}"} dotnet test --project "$2" --no-build --no-progress --results-directory "$reports" -- \
    --report-xunit-ctrf --report-xunit-ctrf-filename "$1.ctrf.json" "${@:3}" 2>&1 | tee "$log" || status=$?
  number() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -1; }
  local ok bad off
  ok=$(number succeeded) bad=$(number failed) off=$(number skipped)
  rm -f "$log"
  count "$1" $status "${ok:-0}" "${bad:-0}" "${off:-0}"
}

run_on_postgresql() { # run_on_postgresql NAME PROJECT: all but what is about SQLite itself, and what is about several nodes
  local within=(bash tests/postgresql.sh)
  run_dotnet "$1" "$2" --filter-not-trait Database=SQLite
}

count_vitest() { # count_vitest NAME STATUS REPORT: adds up what a report of vitest says
  count "$1" "$2" $(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(r.numPassedTests,r.numFailedTests,r.numPendingTests)' "$3" || echo 0 0 0)
}

run_format() {
  check "dotnet format" dotnet format HandoffOffice.sln --verify-no-changes --no-restore
}

run_addin() {
  (cd addin && npm ci --no-audit --no-fund --loglevel=error) || { count addin 1 0 0 0; return; }
  check prettier npm --prefix addin run --silent format:check
  check eslint npm --prefix addin run --silent lint
  check "client generated from openapi.json" bash -c 'made=$(mktemp) && cd addin && npx openapi-typescript ./openapi.json -o "$made" >/dev/null && diff "$made" src/api/schema.d.ts'
  local status=0 report=$reports/vitest.json
  (cd addin && npx vitest run --reporter=default --reporter=json --outputFile.json="$report") || status=$?
  count_vitest vitest $status "$report"
}

run_connector() {
  (cd tests/Connector && npm ci --no-audit --no-fund --loglevel=error) || { count connector 1 0 0 0; return; }
  check "prettier of the connector's tests" npm --prefix tests/Connector run --silent format:check
  local status=0 report=$reports/connector.vitest.json
  (cd tests/Connector && npx vitest run --reporter=default --reporter=json --outputFile.json="$report") || status=$?
  count_vitest connector $status "$report"
}

run_capabilities() { # asked for alone, it first runs what has left no report here: its tests would look missing
  local part
  for part in domain redlining models storage microsoft365 api connector cli addin e2e; do
    [[ " ${parts[*]} " == *" $part "* ]] || compgen -G "$reports/${part/addin/vitest}.*" >/dev/null || run_part "$part"
  done
  check "the tests of the capabilities" node tests/capabilities.mjs "$reports"
}

run_redlining() { # another office is asked what accepting and rejecting give
  apt_install soffice libreoffice-writer-nogui || { count redlining 1 0 0 0; return; }
  run_dotnet redlining tests/HandoffOffice.Redlining.Tests
}

run_e2e() {
  apt_install chromium chromium fonts-liberation || { count e2e 1 0 0 0; return; }
  apt_install soffice libreoffice-writer-nogui || { count e2e 1 0 0 0; return; }
  SKIP_PANE= run_dotnet e2e tests/EndToEnd
}

run_deploy() { # after e2e, which builds the pane that goes into the image
  local log status=0
  log=$(mktemp)
  dotnet build src/HandoffOffice.Api -v quiet && node --test --test-reporter=tap tests/Deploy/*.test.mjs 2>&1 | tee "$log" || status=$?
  number() { sed -nE "s/^# $1 ([0-9]+)$/\1/p" "$log"; }
  local ok bad off
  ok=$(number pass) bad=$(number fail) off=$(number skipped)
  rm -f "$log"
  count deploy $status "${ok:-0}" "${bad:-0}" "${off:-0}"
}

run_part() { # run_part NAME
  local part=$1
  say "$part"
  case $part in
    format) run_format ;;
    addin) run_addin ;;
    connector) run_connector ;;
    e2e) run_e2e ;;
    deploy) run_deploy ;;
    capabilities) run_capabilities ;;
    domain) run_dotnet domain tests/HandoffOffice.Domain.Tests ;;
    redlining) run_redlining ;;
    models) run_dotnet models tests/HandoffOffice.Models.Tests ;;
    storage) run_dotnet storage tests/HandoffOffice.Storage.Tests ;;
    microsoft365) run_dotnet microsoft365 tests/HandoffOffice.Microsoft365.Tests ;;
    api) run_dotnet api tests/HandoffOffice.Api.Tests --filter-not-trait Database=PostgreSQL ;;
    storage-postgresql) run_on_postgresql storage-postgresql tests/HandoffOffice.Storage.Tests ;;
    api-postgresql) run_on_postgresql api-postgresql tests/HandoffOffice.Api.Tests ;;
    cli) run_dotnet cli tests/HandoffOffice.Cli.Tests ;;
    model-long) HANDOFFOFFICE_MODEL_COMMANDS=1000000 run_dotnet model-long tests/HandoffOffice.Api.Tests --filter-class '*ModelTests' --show-live-output on ;;
    kill-long) HANDOFFOFFICE_KILLS=200 run_dotnet kill-long tests/HandoffOffice.Api.Tests --filter-class '*KillTests' ;;
    *) echo "there is no part '$part'"; count "$part" 2 0 0 0 ;;
  esac
}

need git "install git"
need dotnet "install the .NET 10 SDK"
need node "install Node.js 20 or newer"
need npm "install npm 11 or newer"

if [ -z "${BESIDE:-}" ]; then
  say restore
  dotnet restore HandoffOffice.sln -v quiet || { count restore 1 0 0 0; parts=(); }
fi

# The pane's part takes minutes of one core and nothing of .NET: it runs beside the others, and is told in its place.
beside=$(mktemp)
[[ " ${parts[*]-} " == *" domain "*" addin "* ]] && { BESIDE=1 bash tests/run.sh addin >"$beside" 2>&1 & pane=$!; }

# The browser tests build the pane; nothing else needs it.
SKIP_PANE=1
for part in ${parts[@]+"${parts[@]}"}; do
  began=$SECONDS
  if [ "$part" = addin ] && [ -n "${pane:-}" ]; then
    status=0
    wait "$pane" || status=$?
    sed '$d' "$beside"
    mapfile -t -O ${#broken[@]} broken < <(grep -E '^(check .* failed|part .* broke .*)$' "$beside")
    count addin $status $(sed -nE '$s/^([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped$/\1 \2 \3/p' "$beside" | grep . || echo 0 0 0)
  else
    run_part "$part"
  fi
  echo "$part took $((SECONDS - began)) s"
done

if [ $failed -gt 0 ] && [ -z "${BESIDE:-}" ]; then # the end of a long log is what is kept of it
  say "what failed"
  printf '%s\n' ${broken[@]+"${broken[@]}"}
  node tests/failures.mjs "$reports"
fi
rm -f "$beside"
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
