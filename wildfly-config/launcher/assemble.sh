# ./comuta assemble: everything `up` does before the start, for tools that start the server themselves.
# shellcheck shell=bash

command_assemble() {
  local deploy=deploy
  while (($# > 0)); do
    case $1 in
      # Without the application: integration tests deploy it themselves.
      --bare) deploy=; shift ;;
      --offset) set_offset "${2:-}"; shift 2 ;;
      *) usage_error "unknown option '$1' of assemble" ;;
    esac
  done
  make_state
  take_lock "$RUN/lock" "starting or stopping this server"
  [[ -z $(server_pid) ]] || fail "the server of offset $OFFSET is running (pid $(server_pid))."
  use_jdk
  BIND=127.0.0.1
  wait_for_lock "$SCRATCH/lock"
  mkdir -p "$SERVER_ROOT" "$MODULES"
  [[ -z $deploy ]] || build_ear
  assemble_wildfly
  choose_database
  assemble_database "$DATABASE_KIND"
  configure_instance "$INSTANCE" "$deploy"
  make_secrets
  make_https_key "$BIND"
  place_media_socket
  store_database_password
  write_secret "$STATE/keys/launch.properties" "$(launch_properties)
"
  say "home        $WILDFLY"
  say "base        $INSTANCE"
  say "properties  $STATE/keys/launch.properties"
}
