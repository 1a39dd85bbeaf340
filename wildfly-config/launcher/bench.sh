# ./comuta bench: what Comuta costs beside a peer, measured in the same run.
# shellcheck shell=bash

command_bench() {
  local what=${1:-sip}
  case $what in
    sip)
      shift || true
      # shellcheck source=../bench/sip.sh
      source "$COMUTA_ROOT/wildfly-config/bench/sip.sh"
      bench_sip "$@"
      ;;
    media)
      shift
      # shellcheck source=../bench/media.sh
      source "$COMUTA_ROOT/wildfly-config/bench/media.sh"
      bench_media "$@"
      ;;
    configuration)
      shift
      # shellcheck source=../bench/configuration.sh
      source "$COMUTA_ROOT/wildfly-config/bench/configuration.sh"
      bench_configuration "$@"
      ;;
    *) usage_error "there is no benchmark '$what'; there are: sip, media, configuration" ;;
  esac
}
