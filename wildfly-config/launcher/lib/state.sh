# The state folder of a server: what must outlive the assembled server, and the secrets in it.
# shellcheck shell=bash

make_state() {
  local folder
  (umask 077 && mkdir -p "$STATE"/{database,journal,cdr,keys,log,run,server}) ||
    fail "could not make the state folder $STATE."
  for folder in "$STATE" "$STATE"/{database,journal,cdr,keys,log,run,server}; do chmod 700 "$folder"; done
}

random_password() {
  # Without 0, O, 1, l and I, which people mistake for each other.
  local characters
  characters=$(head -c 4096 /dev/urandom | LC_ALL=C tr -dc 'A-HJ-NP-Za-km-z2-9')
  printf '%s' "${characters:0:$1}"
}

write_secret() {
  (umask 077 && printf '%s' "$2" >"$1.new" && mv "$1.new" "$1") || fail "could not write $1: is the disk full?"
}

# The passwords of the key stores: made once, kept in one file only the owner reads.
make_secrets() {
  local file=$STATE/keys/stores.properties
  [[ -s $file ]] || write_secret "$file" "comuta.https.password=$(random_password 32)
comuta.credentials.password=$(random_password 32)
"
}

secret() {
  sed -n "s/^$1=//p" "$STATE/keys/stores.properties"
}

# A key and a self-signed certificate for HTTPS; an administrator may replace them.
make_https_key() {
  local address=$1 store=$STATE/keys/https.p12 host names
  [[ ! -s $store ]] || return 0
  host=$(uname -n)
  names="dns:localhost,dns:$host,ip:127.0.0.1"
  is_loopback "$address" || [[ ! $address =~ ^[0-9.]+$ && $address != *:* ]] || names+=",ip:$address"
  local password
  password=$(mktemp "$STATE/keys/.password.XXXXXX")
  secret comuta.https.password >"$password"
  rm -f "$store.new"
  "$JAVA_HOME/bin/keytool" -genkeypair -alias comuta -keyalg EC -groupname secp256r1 -validity 825 \
    -dname "CN=$host" -ext "SAN=$names" -storetype PKCS12 -keystore "$store.new" \
    -storepass:file "$password" >"$STATE/log/keytool.log" 2>&1 || {
    rm -f "$password"
    fail "could not make the HTTPS key: $(head -n 1 "$STATE/log/keytool.log")"
  }
  rm -f "$password"
  chmod 600 "$store.new"
  mv "$store.new" "$store"
}

# --- the first administrator -------------------------------------------------------------------

# Hands the first password to the server, which creates the user `admin` and deletes the file. A
# password made here is kept beside it until it has been shown, whatever ends the launcher before.
offer_admin_password() {
  local file=$STATE/keys/initial-admin-password unshown=$STATE/keys/admin-password-not-shown
  GENERATED_ADMIN_PASSWORD=
  [[ ! -e $STATE/keys/administrator-made ]] || return 0
  if [[ -n ${COMUTA_ADMIN_PASSWORD:-} ]]; then
    rm -f "$unshown"
    write_secret "$file" "$COMUTA_ADMIN_PASSWORD"
    return
  fi
  if [[ ! -s $unshown ]]; then
    write_secret "$unshown" "$(random_password 20)"
    cp -p "$unshown" "$file"
  fi
  GENERATED_ADMIN_PASSWORD=$(<"$unshown")
}

# Whether the server has taken the password offered.
admin_password_taken() {
  [[ ! -e $STATE/keys/administrator-made && ! -e $STATE/keys/initial-admin-password ]]
}

# After the start. A file that is still there means that users exist already (a database from
# elsewhere): the offer is withdrawn.
settle_admin_password() {
  if [[ -e $STATE/keys/initial-admin-password ]]; then
    rm -f "$STATE/keys/initial-admin-password" "$STATE/keys/admin-password-not-shown"
    GENERATED_ADMIN_PASSWORD=
  fi
  touch "$STATE/keys/administrator-made"
}

# A password that an earlier launcher made and was ended before it could show it.
recall_admin_password() {
  local unshown=$STATE/keys/admin-password-not-shown
  [[ ! -s $unshown ]] || GENERATED_ADMIN_PASSWORD=$(<"$unshown")
  settle_admin_password
}

tell_administrator() {
  [[ -n ${GENERATED_ADMIN_PASSWORD:-} ]] || return 0
  say ""
  if [[ -n ${COMUTA_PID_FILE:-} ]]; then
    # What a service says is kept in the journal, which others read too.
    say "  first sign-in: user admin; the password is in $STATE/keys/admin-password-not-shown"
    return
  fi
  say "  first sign-in: user admin, password $GENERATED_ADMIN_PASSWORD"
  say "  (shown this once; change it in the portal)"
  rm -f "$STATE/keys/admin-password-not-shown"
}
