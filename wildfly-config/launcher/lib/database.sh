# Which database: H2 in the state folder, or a PostgreSQL server named by the environment.
# shellcheck shell=bash

DATABASE_KIND=h2

# Reads the choice from the environment, else from the last start with this state folder.
choose_database() {
  local remembered=$STATE/keys/database.properties
  if [[ -n ${COMUTA_DATABASE_URL:-} ]]; then
    [[ $COMUTA_DATABASE_URL == jdbc:postgresql:* ]] ||
      fail "COMUTA_DATABASE_URL must begin with jdbc:postgresql: (it is '$COMUTA_DATABASE_URL')." \
        "Leave it unset for the built-in H2 database."
    [[ -n ${COMUTA_DATABASE_USER:-} && -n ${COMUTA_DATABASE_PASSWORD:-} ]] ||
      fail "COMUTA_DATABASE_URL is set, but COMUTA_DATABASE_USER or COMUTA_DATABASE_PASSWORD is not."
    write_secret "$remembered" "comuta.database.url=$COMUTA_DATABASE_URL
comuta.database.user=$COMUTA_DATABASE_USER
"
  fi
  [[ -s $remembered ]] || return 0
  DATABASE_KIND=postgresql
}

# Puts the password into the credential store (the stock elytron-tool takes it by argument only,
# which every user of the machine could read; the CLI reads it from a file).
store_database_password() {
  [[ $DATABASE_KIND == postgresql && -n ${COMUTA_DATABASE_PASSWORD:-} ]] || return 0
  local script=$STATE/keys/.credentials.cli log=$STATE/log/credentials.log escaped
  escaped=${COMUTA_DATABASE_PASSWORD//\\/\\\\}
  escaped=${escaped//\"/\\\"}
  rm -f "$STATE/keys/credentials.p12"
  write_secret "$script" "embed-server --server-config=standalone.xml --std-out=discard
/subsystem=elytron/credential-store=comuta:add-alias(alias=database,secret-value=\"$escaped\")
stop-embedded-server
"
  launch_properties >"$STATE/keys/.credentials.properties"
  local status=0
  run_cli "$INSTANCE" "$script" "$STATE/keys/.credentials.properties" "$log" || status=$?
  rm -f "$script" "$STATE/keys/.credentials.properties"
  ((status == 0)) || fail "could not store the database password." "The whole output: $log"
}
