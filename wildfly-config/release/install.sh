#!/usr/bin/env bash
# Installs this version of Comuta on a server: side by side with others, with a user and a service of its own.
set -euo pipefail

HERE=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
VERSION=$(<"$HERE/VERSION")

PREFIX=/opt/comuta
STATE=/var/lib/comuta
LOG=/var/log/comuta
CONFIG=/etc/comuta
UNITS=/etc/systemd/system
COMMANDS=/usr/local/bin
OWNER=comuta
BIND=127.0.0.1
OFFSET=0
SERVICE=auto
START=yes

usage() {
  cat <<'TEXT'
install.sh [options]: installs Comuta (as root).
  --bind ADDRESS    address for SIP, portal and API (127.0.0.1); beyond loopback: HTTPS only
  --offset N        a multiple of 100, added to every port but RTP (0)
  --no-service      no system service (containers): run `comuta-ctl run`, or `comuta-ctl start`
  --no-start        do not start it now
  --prefix DIR      versions, side by side (/opt/comuta)
  --state DIR       database, journal, keys (/var/lib/comuta)
  --log DIR         logs (/var/log/comuta)
  --config DIR      comuta.conf (/etc/comuta)
  --units DIR       units of systemd (/etc/systemd/system)
  --commands DIR    where the command comuta-ctl is put (/usr/local/bin)
  --user NAME       who runs it; made when not there (comuta)
COMUTA_ADMIN_PASSWORD is the first password of the user admin; else it is random and shown once.
TEXT
}

say() { printf '%s\n' "$*"; }
fail() {
  printf 'install.sh: error: %s\n' "$1" >&2
  shift
  local hint
  for hint in "$@"; do printf '  %s\n' "$hint" >&2; done
  exit 1
}

parse() {
  while (($# > 0)); do
    case $1 in
      --no-service) SERVICE=no; shift; continue ;;
      --no-start) START=no; shift; continue ;;
      -h | --help) usage; exit 0 ;;
    esac
    [[ -n ${2:-} ]] || fail "unknown option '$1', or its value is missing." "install.sh --help lists them."
    case $1 in
      --bind) BIND=$2 ;;
      --offset) OFFSET=$2 ;;
      --prefix) PREFIX=$(realpath -m -- "$2") ;;
      --state) STATE=$(realpath -m -- "$2") ;;
      --log) LOG=$(realpath -m -- "$2") ;;
      --config) CONFIG=$(realpath -m -- "$2") ;;
      --units) UNITS=$(realpath -m -- "$2") ;;
      --commands) COMMANDS=$(realpath -m -- "$2") ;;
      --user) OWNER=$2 ;;
      *) fail "unknown option '$1'." "install.sh --help lists them." ;;
    esac
    shift 2
  done
  [[ $BIND =~ ^[0-9a-fA-F.:]+$|^localhost$ ]] || fail "--bind takes an IP address, not '$BIND'."
  [[ $OFFSET =~ ^[0-9]{1,5}$ ]] && ((10#$OFFSET % 100 == 0)) || fail "--offset takes a multiple of 100, not '$OFFSET'."
  [[ $OWNER =~ ^[a-z_][a-z0-9_-]*$ ]] || fail "'$OWNER' is no name of a user."
}

require_jdk() {
  (
    COMUTA_ROOT=$HERE
    # shellcheck source=/dev/null
    for library in "$HERE"/wildfly-config/launcher/lib/*.sh; do source "$library"; done
    use_jdk
    printf '%s' "$JAVA_HOME"
  )
}

make_user() {
  id "$OWNER" >/dev/null 2>&1 && return
  ((EUID == 0)) || fail "there is no user '$OWNER', and only root can make one."
  say "Making the user $OWNER"
  useradd --system --user-group --home-dir "$STATE" --no-create-home --shell /usr/sbin/nologin "$OWNER"
}

# own_folder <mode> <folder>: of the user that runs it.
own_folder() {
  mkdir -p "$2"
  chmod "$1" "$2"
  ((EUID != 0)) || chown "$OWNER:$(id -gn "$OWNER")" "$2"
}

copy_version() {
  local place=$PREFIX/$VERSION
  [[ ! -e $place ]] || fail "version $VERSION is installed already in $place." "comuta-ctl status tells how it is."
  say "Copying version $VERSION to $place"
  mkdir -p "$PREFIX"
  rm -rf "$place.new"
  cp -R "$HERE" "$place.new"
  chmod -R u+rwX,go+rX,go-w "$place.new"
  ((EUID != 0)) || chown -R 0:0 "$place.new"
  mv "$place.new" "$place"
}

write_configuration() {
  own_folder 750 "$CONFIG"
  local file=$CONFIG/comuta.conf
  [[ ! -e $file ]] || { say "Keeping $file"; return; }
  (umask 077 && cat >"$file") <<TEXT
# How Comuta runs on this server; counts from the next start. Lines NAME=VALUE, no blanks around the sign.

# Address for SIP, portal and API; beyond loopback, portal and API are HTTPS only.
COMUTA_BIND=$BIND
# A multiple of 100, added to every port but RTP.
COMUTA_OFFSET=$((10#$OFFSET))
# UDP ports of media.
COMUTA_RTP=20000-29999
# Heap of the server in megabytes.
#COMUTA_HEAP_MB=2048
# Where JDK 25 is, when it is not in a usual place.
JAVA_HOME=$JDK

# PostgreSQL instead of the built-in database. The password is needed at one start only, and for backups
# at an upgrade; it is kept in a credential store.
#COMUTA_DATABASE_URL=jdbc:postgresql://db.example.net/comuta
#COMUTA_DATABASE_USER=comuta
#COMUTA_DATABASE_PASSWORD=
TEXT
  ((EUID != 0)) || chown "$OWNER:$(id -gn "$OWNER")" "$file"
}

remember_places() {
  cat >"$PREFIX/places" <<TEXT
STATE=$STATE
LOG=$LOG
CONFIG=$CONFIG
OWNER=$OWNER
SERVICE=$SERVICE
TEXT
}

make_state() {
  own_folder 700 "$STATE"
  own_folder 700 "$STATE/$OFFSET"
  own_folder 700 "$LOG"
  [[ -e $STATE/$OFFSET/log ]] || ln -s "$LOG" "$STATE/$OFFSET/log"
}

# The first password is told here, by whoever installs, and not by a service into some journal.
first_password() {
  local keys=$STATE/$OFFSET/keys
  [[ ! -e $keys/administrator-made && ! -e $keys/initial-admin-password ]] || return 0
  own_folder 700 "$keys"
  local password=${COMUTA_ADMIN_PASSWORD:-} characters
  if [[ -z $password ]]; then
    characters=$(head -c 4096 /dev/urandom | LC_ALL=C tr -dc 'A-HJ-NP-Za-km-z2-9')
    password=${characters:0:20}
    TOLD_PASSWORD=$password
  fi
  (umask 077 && printf '%s' "$password" >"$keys/initial-admin-password")
  ((EUID != 0)) || chown "$OWNER:$(id -gn "$OWNER")" "$keys/initial-admin-password"
}

install_service() {
  local unit
  mkdir -p "$UNITS"
  for unit in comuta.service comuta-media.service; do
    sed -e "s|@PREFIX@|$PREFIX|g" -e "s|@STATE@|$STATE|g" -e "s|@LOG@|$LOG|g" -e "s|@USER@|$OWNER|g" \
      -e "s|@GROUP@|$(id -gn "$OWNER")|g" "$HERE/systemd/$unit" >"$UNITS/$unit"
  done
  [[ -d /run/systemd/system && $UNITS == /etc/systemd/system ]] || return 0
  systemctl daemon-reload
  systemctl enable --quiet comuta.service comuta-media.service
}

main() {
  parse "$@"
  ((EUID == 0)) || [[ $OWNER == "$(id -un)" ]] || fail "only root can install for another user." \
    "Run it as root, or with --user $(id -un) and folders of your own."
  JDK=$(require_jdk)
  if [[ $SERVICE == auto ]]; then
    SERVICE=yes
    [[ -d /run/systemd/system ]] || { SERVICE=no; say "systemd does not run here: no service is made."; }
  fi
  [[ ! -e $PREFIX/current ]] || fail "Comuta is installed already in $PREFIX." \
    "To change to this version: comuta-ctl upgrade ARCHIVE"
  make_user
  copy_version
  make_state
  write_configuration
  remember_places
  first_password
  ln -s "$VERSION" "$PREFIX/current"
  [[ $SERVICE == no && $UNITS == /etc/systemd/system ]] || install_service
  if [[ -d $COMMANDS || $COMMANDS != /usr/local/bin ]]; then
    mkdir -p "$COMMANDS"
    ln -sf "$PREFIX/current/comuta-ctl" "$COMMANDS/comuta-ctl"
  fi
  say "Comuta $VERSION is installed. Its settings are in $CONFIG/comuta.conf."
  if [[ -n ${TOLD_PASSWORD:-} ]]; then
    say ""
    say "  first sign-in: user admin, password $TOLD_PASSWORD"
    say "  (shown this once; change it in the portal)"
    say ""
  fi
  if [[ $START == yes ]]; then
    "$PREFIX/current/comuta-ctl" start
  else
    say "Start it with: comuta-ctl start"
  fi
}

main "$@"
