# Running Maven so that a person sees progress, and a failure says what to do.
# shellcheck shell=bash

require_maven() {
  ! in_release || fail "this release is not whole, and a release builds nothing." "Install it again."
  have mvn || fail "Maven (mvn) not found." "Install Maven 3.8 or later: apt-get install maven"
}

# Shows the lines worth seeing of a Maven run, and counts what it downloads.
maven_progress() {
  local line downloads=0
  while IFS= read -r line; do
    case $line in
      *"] Building "*"["*"/"*"]"*) say "    ${line#*] }" | tr -s ' ' ;;
      *"Downloading from "*wildfly-dist*.zip*) say "    downloading WildFly (260 MB) ..." ;;
      "Downloaded from "* | *"] Downloaded from "*)
        downloads=$((downloads + 1))
        ((downloads % 100 != 0)) || say "    $downloads files downloaded ..."
        ;;
    esac
  done
}

# run_maven <log> <what for> <maven arguments...>: quiet but for progress, the whole output in the log.
run_maven() {
  local log=$1 purpose=$2 status=0
  shift 2
  mkdir -p "$(dirname -- "$log")"
  # Strict checksums: a download cut short is refused, not kept.
  (cd "$COMUTA_ROOT" && mvn -B --strict-checksums "$@" </dev/null 2>&1) | tee "$log" | maven_progress ||
    status=${PIPESTATUS[0]}
  ((status == 0)) || maven_failed "$log" "$purpose"
}

maven_failed() {
  local log=$1 purpose=$2 artifact
  if tells_disk_full "$log"; then
    fail "the disk is full ($purpose)." "Free some room and run the command again. Maven's output: $log"
  fi
  artifact=$(sed -nE 's/.*(Could not (transfer|find) artifact|Failure to transfer|Checksum validation failed for) ([^ ]+).*/\3/p' "$log" |
    grep -v '^org\.comuta:' | head -n 1) || true
  if [[ -n $artifact ]]; then
    fail "could not download $artifact ($purpose)." \
      "Check the connection to Maven Central (or the mirror in ~/.m2/settings.xml) and run the command again;" \
      "what has arrived already is kept. Maven's output: $log"
  fi
  grep -E '^\[ERROR\]' "$log" | head -n 12 >&2 || tail -n 12 "$log" >&2
  fail "Maven failed ($purpose)." "Its whole output: $log"
}
