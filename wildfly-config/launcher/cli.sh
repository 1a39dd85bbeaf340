# ./comuta cli: the command line of the running server, for the owner of its state folder.
# shellcheck shell=bash

command_cli() {
  local user=
  while (($# > 0)); do
    case $1 in
      --offset) set_offset "${2:-}"; shift 2 ;;
      --user)
        [[ ${2:-} =~ ^[A-Za-z0-9._@-]+$ ]] || usage_error "--user takes the name of a user, not '${2:-}'"
        user=$2
        shift 2
        ;;
      -*) usage_error "unknown option '$1' of cli" ;;
      *) break ;;
    esac
  done
  [[ -n $(server_pid) ]] || fail "the server is not running$( ((OFFSET == 0)) || printf ' at offset %s' "$OFFSET")." \
    "Start it first: ./comuta up"
  [[ -s $STATE/keys/ssh_host_ed25519_key.pub ]] ||
    fail "the server has made no key for SSH yet." "Its log tells more: ./comuta logs"
  if ! have ssh || ! have ssh-keygen; then require_packages "for the command line" openssh-client; fi
  local address
  address=$(ssh_address)
  know_host "$address"
  local -a options=(-F none -p "$SSH_PORT" -o "UserKnownHostsFile=$(ssh_word "$RUN/known_hosts")"
    -o GlobalKnownHostsFile=/dev/null -o StrictHostKeyChecking=yes -o UpdateHostKeys=no
    -o "SendEnv=LANG LC_ALL" -o LogLevel=ERROR)
  if [[ -z $user ]]; then
    user="admin"
    make_owner_key
    options+=(-o "IdentityFile=$(ssh_word "$STATE/keys/cli_ed25519")" -o IdentitiesOnly=yes -o IdentityAgent=none)
  fi
  # Somebody who looks can be asked.
  [[ ! -t 0 || ! -t 1 ]] || options+=(-t)
  exec ssh "${options[@]}" -l "$user" -- "$address" "$(cli_line "$@")"
}

# Where the server of this state folder listens for SSH, as seen from here.
ssh_address() {
  local bind=127.0.0.1
  [[ ! -r $RUN/bind ]] || bind=$(<"$RUN/bind")
  case $bind in
    0.0.0.0 | localhost) bind=127.0.0.1 ;;
    ::) bind=::1 ;;
  esac
  printf '%s' "$bind"
}

# The host is the one whose key lies in the state folder, and no other.
know_host() {
  local kind key
  # A last line without its end is read all the same.
  read -r kind key _ <"$STATE/keys/ssh_host_ed25519_key.pub" || [[ -n $key ]]
  {
    printf '[%s]:%s %s %s\n' "$1" "$SSH_PORT" "$kind" "$key" >"$RUN/known_hosts.new" &&
      mv "$RUN/known_hosts.new" "$RUN/known_hosts"
  } || fail "could not write $RUN/known_hosts: is the disk full?"
}

# A key of the launcher's own. The server takes it for `admin`, from this machine only.
make_owner_key() {
  local key=$STATE/keys/cli_ed25519
  [[ ! -s $key || ! -s $key.pub ]] || return 0
  (
    umask 077
    rm -f "$key" "$key.pub" "$key.new" "$key.new.pub"
    ssh-keygen -q -t ed25519 -N '' -C "comuta cli" -f "$key.new" </dev/null >/dev/null &&
      mv "$key.new.pub" "$key.pub" && mv "$key.new" "$key"
  ) || fail "could not make the key $key: is the disk full?"
}

# A path as ssh reads it in an option.
ssh_word() {
  local word=${1//%/%%}
  printf '"%s"' "$word"
}

# The words of a command as the server reads them; one alone is a line as it stands.
cli_line() {
  local word line=
  if (($# == 1)); then
    printf '%s' "$1"
    return
  fi
  for word in "$@"; do
    if [[ -z $word || $word == *[[:space:]\"\']* ]]; then
      word=${word//\\/\\\\}
      word="\"${word//\"/\\\"}\""
    fi
    line+="${line:+ }$word"
  done
  printf '%s' "$line"
}
