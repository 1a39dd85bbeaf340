# What ./comuta backup and ./comuta restore have in common.
# shellcheck shell=bash

# reach_server: signs in to the running server as admin, by COMUTA_ADMIN_PASSWORD or what is typed.
reach_server() {
  local password=${COMUTA_ADMIN_PASSWORD:-}
  require_packages "to reach the server" curl jq
  [[ -n $(server_pid) ]] || fail "no server is running with offset $OFFSET." \
    "Start it: ./comuta up --offset $OFFSET"
  if [[ -z $password && -t 0 ]]; then
    read -rsp "Password of admin: " password
    say ""
  fi
  [[ -n $password ]] || fail "the password of admin is not known." "Say it in COMUTA_ADMIN_PASSWORD."
  use_rest "$HTTP_PORT" "$password"
}

# The passphrase as a header for curl's configuration; nothing without one.
passphrase_header() {
  local passphrase=${COMUTA_BACKUP_PASSPHRASE:-}
  [[ -n $passphrase ]] || return 0
  [[ ${#passphrase} -ge 12 && ${#passphrase} -le 128 && ! $passphrase =~ [^[:print:]] ]] ||
    fail "COMUTA_BACKUP_PASSPHRASE must have 12 to 128 printable characters."
  passphrase=${passphrase//\\/\\\\}
  printf 'header = "Comuta-Passphrase: %s"\n' "${passphrase//\"/\\\"}"
}

# backup_call <file for the answer> <curl options...>: the status of the answer; ends where there is none.
backup_call() {
  local answer=$1 header
  shift
  header=$(passphrase_header) || exit 1
  # Password and passphrase by a file descriptor: an argument could be read by every user of the machine.
  curl --silent --show-error --max-time 3600 --config <(printf '%s\n%s\n' "$REST_CREDENTIALS" "$header") \
    --output "$answer" --write-out '%{http_code}' "$@" || fail "the API does not answer at $REST_BASE."
}

# What a problem of the API says.
problem_in() {
  jq -r '[.title, .detail] | map(select(. != null)) | join(": ")' "$1" 2>/dev/null || head -c 400 "$1"
}
