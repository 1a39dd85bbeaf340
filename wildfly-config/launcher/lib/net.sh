# Ports, and the small questions a launcher asks over them, with nothing but bash and /proc.
# shellcheck shell=bash

# Prints the sockets bound to a port as "inode local-address-in-hex"; protocol is tcp or udp.
sockets_on_port() {
  local protocol=$1 port=$2 hex
  hex=$(printf '%04X' "$port")
  # A listening TCP socket is in state 0A, a bound UDP socket in 07 (or 01 when connected).
  awk -v port="$hex" -v tcp="$([[ $protocol == tcp ]] && echo 1 || echo 0)" '
    { split($2, place, ":") }
    place[2] == port && (!tcp || $4 == "0A") { print $10, place[1] }
  ' "/proc/net/$protocol" "/proc/net/${protocol}6" 2>/dev/null
}

# An IPv4 address as /proc/net writes it; nothing for what is not one.
proc_address() {
  [[ $1 =~ ^([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)$ ]] || return 0
  printf '%02X%02X%02X%02X' "${BASH_REMATCH[4]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[1]}"
}

# Whether a socket at one address keeps us from binding another: the same, or either is "any".
addresses_clash() {
  local theirs=$1 ours
  ours=$(proc_address "$2")
  [[ -z $ours || $ours == 00000000 || $theirs =~ ^0+$ || $theirs == *"$ours" ]]
}

process_of_socket() {
  local inode=$1 link pid
  link=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" -print -quit 2>/dev/null) || true
  [[ -n $link ]] || return 0
  pid=${link#/proc/}
  pid=${pid%%/*}
  printf '%s (pid %s)' "$(cat "/proc/$pid/comm" 2>/dev/null || echo 'a process')" "$pid"
}

# Prints who holds a port that we could not bind, or nothing.
port_holder() {
  local protocol=$1 address=$2 port=$3 inode theirs owner
  while read -r inode theirs; do
    addresses_clash "$theirs" "$address" || continue
    owner=$(process_of_socket "$inode")
    printf '%s' "${owner:-a process of another user}"
    return
  done < <(sockets_on_port "$protocol" "$port")
}

# Ends with the name of who holds the port, when somebody does.
require_free_port() {
  local protocol=$1 address=$2 port=$3 what=$4 holder tries
  # A process that is just ending has let go of its files before its ports.
  for ((tries = 0; tries < 20; tries++)); do
    holder=$(port_holder "$protocol" "$address" "$port")
    [[ $holder == "a process of another user" ]] || break
    sleep 0.1
  done
  [[ -z $holder ]] || fail "port $port/$protocol ($what) is taken by $holder." \
    "Stop it, or start on other ports: ./comuta up --offset $(next_offset)"
}

# The ports that browsers ask nothing of, whoever answers there: the "bad ports" of the Fetch standard, section 2.9.
readonly UNSAFE_PORTS=" 0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113
 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636
 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080 "

is_unsafe_port() {
  [[ ${UNSAFE_PORTS//[[:space:]]/ } == *" $1 "* ]]
}

# An offset beyond this server's with which browsers reach the portal.
next_offset() {
  local next=$((OFFSET + 100))
  while is_unsafe_port $((8080 + next)) || is_unsafe_port $((8443 + next)); do next=$((next + 100)); done
  printf '%s' "$next"
}

# Names each port of the portal that no browser opens. Programs reach it all the same, so the server starts.
warn_of_unsafe_ports() {
  local what port
  for what in HTTP HTTPS; do
    port=${what}_PORT
    port=${!port}
    ! is_unsafe_port "$port" ||
      warn "warning: browsers refuse port $port ($what) as unsafe, so the portal does not open there." \
        "Another offset, such as $(next_offset), has none of these ports."
  done
}

# http_get <host> <port> <path>: sets HTTP_STATUS (000 when nobody answers) and HTTP_BODY.
http_get() {
  local host=$1 port=$2 path=$3 answer
  HTTP_STATUS=000 HTTP_BODY=
  answer=$(
    exec 2>/dev/null
    exec 5<>"/dev/tcp/$host/$port" || exit 0
    printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$path" "$host" "$port" >&5
    timeout 5 cat <&5
  ) 2>/dev/null || true
  [[ $answer =~ ^HTTP/[0-9.]+\ ([0-9]{3}) ]] || return 0
  HTTP_STATUS=${BASH_REMATCH[1]}
  # shellcheck disable=SC2034 # read by the commands
  HTTP_BODY=${answer#*$'\r\n\r\n'}
}

# Whether anything that speaks SIP answers an OPTIONS over UDP within a second.
sip_answers() {
  local host=$1 port=$2 mark=$RANDOM$RANDOM answer
  answer=$(
    exec 2>/dev/null
    exec 5<>"/dev/udp/$host/$port" || exit 0
    # bash writes line by line, and each write would be a datagram: dd gathers them into one.
    printf 'OPTIONS sip:%s:%s SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;rport;branch=z9hG4bK%s\r\nMax-Forwards: 70\r\nFrom: <sip:launcher@127.0.0.1>;tag=%s\r\nTo: <sip:%s:%s>\r\nCall-ID: %s@127.0.0.1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n' \
      "$host" "$port" "$mark" "$mark" "$host" "$port" "$mark" | dd obs=8192 status=none >&5
    # One read takes one whole datagram.
    timeout 1 dd bs=8192 count=1 <&5
  ) 2>/dev/null || true
  [[ $answer == "SIP/2.0 "* ]]
}

# Whether an IPv4 address is one of this machine, or all of them; of others nothing is known here.
is_own_address() {
  local hex
  hex=$(proc_address "$1")
  [[ -z $hex || $hex == 00000000 ]] || is_loopback "$1" || awk -v wanted="$1" '
    $1 == "|--" { address = $2 }
    / host LOCAL$/ && address == wanted { found = 1 }
    END { exit !found }
  ' /proc/net/fib_trie
}

is_loopback() {
  [[ $1 == localhost || $1 == 127.* || $1 == ::1 ]]
}
