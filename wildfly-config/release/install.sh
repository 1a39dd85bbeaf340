#!/usr/bin/env bash
# Installs this release of Comuta, anew or over an earlier version; ./install --help tells more.
set -euo pipefail

COMUTA_ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
readonly COMUTA_ROOT
RELEASE=$COMUTA_ROOT/wildfly-config/release

for library in "$COMUTA_ROOT"/wildfly-config/launcher/lib/{common,disk,jdk,net,process,release}.sh \
  "$RELEASE/facts.sh" "$RELEASE"/lib/*.sh; do
  # shellcheck source=/dev/null
  source "$library"
done

main() {
  cd /
  umask 022
  read_options "$@"
  case $ACTION in
    install) install_release ;;
    roll-back) roll_back ;;
    uninstall) uninstall ;;
  esac
}

# On one line: uninstalling takes this file away.
main "$@"; exit
