#!/usr/bin/env bash
# Runs the launcher's tests that need no server; each file prints its closing line.
set -uo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")" || exit 1
status=0
for file in options-test.sh backup-test.sh obstacles-test.sh downloads-test.sh media-test.sh install-test.sh scripts-test.sh; do
  bash "$file" || status=1
done
exit "$status"
