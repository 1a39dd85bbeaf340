# What the installer is told, and what it remembers of an installation.
# shellcheck shell=bash

tell_options() {
  cat <<'TEXT'
Installs this release of Comuta, or upgrades an earlier version to it. As root:

  ./install [options]              Install or upgrade; can be repeated when it was interrupted.
  comuta roll-back [--with-state]  Back to the version before the last upgrade.
  comuta uninstall [--delete-state]

  --prefix FOLDER      for the programs (/opt/comuta)
  --state FOLDER       for everything that must survive (/var/lib/comuta)
  --user NAME          system user that runs it; made when it is not there (comuta)
  --conf FOLDER        for comuta.conf (/etc/comuta)
  --bin FOLDER         for the command `comuta` (/usr/local/bin)
  --units FOLDER       for the unit of systemd (/etc/systemd/system)
  --no-service         no unit of systemd
  --no-start           do not start a new installation
  --bind ADDRESS, --offset N, --rtp FIRST-LAST
                       first settings in comuta.conf; an upgrade keeps the file as it is
  --database-saved     upgrade: the PostgreSQL database was saved (the installer does not do it)
  --with-state         roll-back: also the state as it was before the upgrade
  --database-restored  roll-back: the PostgreSQL database was restored
  --delete-state       uninstall: state, settings and user too
TEXT
}

ACTION=install START=yes WITH_STATE=no DATABASE_SAVED=no DATABASE_RESTORED=no DELETE_STATE=no NO_SERVICE=no
PREFIX='' STATE_FOLDER='' USER_NAME='' CONF='' BIN='' UNITS='' FIRST_BIND='' FIRST_OFFSET='' FIRST_RTP=''

wrong_option() { fail "$1" "'./install --help' lists the options."; }

read_options() {
  while (($# > 0)); do
    case $1 in
      --prefix | --state | --user | --conf | --bin | --units | --bind | --offset | --rtp)
        [[ -n ${2:-} ]] || wrong_option "$1 takes a value"
        take_value "$1" "$2"
        shift
        ;;
      --no-service) NO_SERVICE=yes ;;
      --no-start) START=no ;;
      --database-saved) DATABASE_SAVED=yes ;;
      --roll-back) ACTION=roll-back ;;
      --with-state) WITH_STATE=yes ;;
      --database-restored) DATABASE_RESTORED=yes ;;
      --uninstall) ACTION=uninstall ;;
      --delete-state) DELETE_STATE=yes ;;
      -h | --help) tell_options; exit 0 ;;
      *) wrong_option "unknown option '$1'" ;;
    esac
    shift
  done
  settle_places
}

take_value() {
  case $1 in
    --prefix) PREFIX=$2 ;;
    --state) STATE_FOLDER=$2 ;;
    --user) USER_NAME=$2 ;;
    --conf) CONF=$2 ;;
    --bin) BIN=$2 ;;
    --units) UNITS=$2 ;;
    --bind)
      [[ $2 =~ ^[0-9a-fA-F.:]+$|^localhost$ ]] || wrong_option "--bind takes an IP address, not '$2'"
      FIRST_BIND=$2
      ;;
    --offset) set_offset "$2"; warn_of_unsafe_ports; FIRST_OFFSET=$OFFSET ;;
    --rtp)
      [[ $2 =~ ^[0-9]{4,5}-[0-9]{4,5}$ ]] || wrong_option "--rtp takes FIRST-LAST, not '$2'"
      FIRST_RTP=$2
      ;;
  esac
}

# Sets the places: as this installation has them, else as asked for, else the usual ones.
settle_places() {
  if [[ -z $PREFIX ]]; then
    PREFIX=/opt/comuta
    # Run from an installation, it is that one.
    [[ ! -e ${COMUTA_ROOT%/versions/*}/installation ]] || PREFIX=${COMUTA_ROOT%/versions/*}
  fi
  require_folder --prefix "$PREFIX"
  INSTALLATION=$PREFIX/installation
  settle STATE_FOLDER state /var/lib/comuta
  settle USER_NAME user comuta
  settle CONF conf /etc/comuta
  settle BIN bin /usr/local/bin
  settle UNITS units /etc/systemd/system
  [[ ! -e $INSTALLATION ]] || UNITS=$(fact units "$INSTALLATION")
  [[ $NO_SERVICE == no || -e $INSTALLATION ]] || UNITS=
  require_folder --state "$STATE_FOLDER"
  require_folder --conf "$CONF"
  [[ $USER_NAME =~ ^[a-z_][a-z0-9_-]{0,30}$ && $USER_NAME != root ]] ||
    wrong_option "--user takes the name of a system user, not '$USER_NAME'"
  # Of a socket's path, 107 characters, the rest is the launcher's.
  ((${#STATE_FOLDER} <= 80)) || wrong_option "the path of --state is longer than 80 characters"
}

# settle <variable> <key> <usual>
settle() {
  local remembered
  remembered=$(fact "$2" "$INSTALLATION")
  if [[ -n $remembered && -n ${!1} && ${!1} != "$remembered" ]]; then
    wrong_option "this installation has '$remembered' for --$2; an upgrade does not change that"
  fi
  printf -v "$1" '%s' "${remembered:-${!1:-$3}}"
}

# A folder of ours: a plain absolute path, and none that the system has.
require_folder() {
  [[ $2 =~ ^/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+$ && /$2/ != */../* && /$2/ != */./* ]] ||
    wrong_option "$1 takes an absolute path such as /opt/comuta (letters, digits, . _ -), not '$2'"
}

remember_installation() {
  printf '%s\n' "state=$STATE_FOLDER" "user=$USER_NAME" "conf=$CONF" "bin=$BIN" "units=$UNITS" \
    "userMade=${USER_MADE:-$(fact userMade "$INSTALLATION")}" >"$INSTALLATION.new"
  mv "$INSTALLATION.new" "$INSTALLATION"
}
