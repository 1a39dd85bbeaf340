# The system's user that runs Comuta, its folder of state, and its settings.
# shellcheck shell=bash

# Everything in the state folder is done as its user: what lies there is not root's to trust.
as_user() { runuser -u "$USER_NAME" -- "$@"; }

make_user() {
  ! getent passwd "$USER_NAME" >/dev/null || return 0
  step "Making the system user $USER_NAME"
  useradd --system --user-group --home-dir "$STATE_FOLDER" --no-create-home --shell /usr/sbin/nologin "$USER_NAME" ||
    fail "could not make the user $USER_NAME."
  USER_MADE=yes
}

make_state_folder() {
  if [[ ! -e $STATE_FOLDER/.comuta ]]; then
    mkdir -p "$STATE_FOLDER"
    chmod 700 "$STATE_FOLDER"
    chown "$USER_NAME:" "$STATE_FOLDER"
    as_user touch "$STATE_FOLDER/.comuta"
  fi
  as_user test -w "$STATE_FOLDER" || fail "$STATE_FOLDER does not belong to the user $USER_NAME." \
    "Name its user with --user, or give it to this one: chown -R $USER_NAME: $STATE_FOLDER"
}

# Settings that are there are the administrator's and stay.
make_settings() {
  local file=$CONF/comuta.conf
  mkdir -p "$CONF"
  if [[ -e $file ]]; then
    [[ -z $FIRST_BIND$FIRST_OFFSET$FIRST_RTP ]] ||
      warn "$file is there already and stays as it is: --bind, --offset and --rtp change nothing."
  else
    fill_in "$RELEASE/comuta.conf" >"$file.new"
    mv "$file.new" "$file"
  fi
  # It may hold the password of a database.
  chown "root:$(id -gn "$USER_NAME")" "$file"
  chmod 640 "$file"
}

# fill_in <template>: prints it with what is between @ and @ put in.
fill_in() {
  sed -e "s|@PREFIX@|$PREFIX|g" -e "s|@STATE@|$STATE_FOLDER|g" -e "s|@USER@|$USER_NAME|g" -e "s|@CONF@|$CONF|g" \
    -e "s|@BIND@|${FIRST_BIND:-127.0.0.1}|g" -e "s|@OFFSET@|${FIRST_OFFSET:-0}|g" \
    -e "s|@RTP@|${FIRST_RTP:-20000-29999}|g" -e "s|@JAVA_HOME@|${JAVA_HOME:-}|g" "$1"
}
