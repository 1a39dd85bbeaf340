# The public REST interface, for the commands that configure a server: curl with Basic authentication.
# shellcheck shell=bash

# Set by use_rest.
REST_BASE=
REST_CREDENTIALS=

# use_rest <HTTP port> <password of admin>
use_rest() {
  local password=${2//\\/\\\\}
  REST_BASE=http://127.0.0.1:$1/api/v1
  REST_CREDENTIALS="user = \"admin:${password//\"/\\\"}\""
}

# rest <method> <path> [json]: prints the answer's body; ends with the server's words on an error.
rest() {
  local method=$1 path=$2 answer status
  local -a body=()
  (($# < 3)) || body=(--header 'Content-Type: application/json' --data-binary "$3")
  # The password by a file descriptor: an argument could be read by every user of the machine.
  answer=$(curl --silent --show-error --max-time 60 --config <(printf '%s\n' "$REST_CREDENTIALS") \
    --header 'Accept: application/json' --request "$method" "${body[@]}" \
    --write-out '\n%{http_code}' "$REST_BASE/$path" 2>&1) ||
    fail "the API does not answer at $REST_BASE/$path: ${answer%%$'\n'*}"
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [[ $status == 2* ]] ||
    fail "the API refused $method $path with $status: $(jq -r '[.title, .detail, (.errors // empty | tostring)] | map(select(. != null)) | join("; ")' <<<"$answer" 2>/dev/null || printf '%s' "$answer")"
  printf '%s' "$answer"
}

# Whether a path is there at all.
rest_has() {
  [[ $(curl --silent --max-time 60 --config <(printf '%s\n' "$REST_CREDENTIALS") --output /dev/null \
    --write-out '%{http_code}' "$REST_BASE/$1") == 200 ]]
}

# apply_configuration: what was saved becomes what calls run on.
apply_configuration() {
  rest POST configuration/apply '{}' >/dev/null
}
