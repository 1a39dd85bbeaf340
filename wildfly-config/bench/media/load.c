/* Telephones without people: calls through a relay, RTP both ways at 50 packets a second of 172
 * octets, RTCP every 5 s, and a count of what arrived, how late, and of the relay's processor time.
 *
 * load lines|ng CONTROL-PORT PID CALLS SETTLE-SECONDS SECONDS
 *
 * Prints one line: packets sent, packets lost, processor nanoseconds of PID per packet relayed, and
 * the delay that half, 99 % and 99.9 % of the packets did not exceed, in microseconds. A packet's
 * delay is from just before it is sent to when the kernel hands it to the receiving socket.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define RTP_OCTETS 172
#define INTERVAL 20000000L /* ns between two packets of a stream */
#define SLOTS 100          /* moments within it at which streams send */
#define RTCP_EVERY 250     /* packets of a stream between two reports */
#define BUCKET 5000L       /* ns */
#define BUCKETS 40000
#define EVENTS 512

/* The ends of a call: caller's RTP and RTCP, called side's RTP and RTCP. */
struct call {
  int socket[4];
  int port[4];
  int relay[4];
  uint32_t sequence;
};

static struct call *calls;
static int call_count;
static uint64_t sent, received, relayed;
static uint32_t histogram[BUCKETS];
static int counting;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static int64_t clock_of(clockid_t which) {
  struct timespec now;
  clock_gettime(which, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

static struct sockaddr_in at(const char *address, int port) {
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, address, &place.sin_addr);
  return place;
}

static int open_socket(const char *address, int *port) {
  int s = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
  if (s < 0) die("socket");
  struct sockaddr_in here = at(address, 0);
  if (bind(s, (struct sockaddr *)&here, sizeof here) < 0) die("bind");
  socklen_t length = sizeof here;
  getsockname(s, (struct sockaddr *)&here, &length);
  *port = ntohs(here.sin_port);
  int on = 1, room = 1 << 20;
  setsockopt(s, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
  setsockopt(s, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  return s;
}

/* --- orders to the relay -------------------------------------------------------------------- */

static int control;

static char *ask(const char *order, size_t length) {
  static char answer[8192];
  for (int attempt = 0; attempt < 5; attempt++) {
    if (send(control, order, length, 0) < 0) continue;
    struct pollfd wait = {.fd = control, .events = POLLIN};
    if (poll(&wait, 1, 2000) == 1) {
      ssize_t n = recv(control, answer, sizeof answer - 1, 0);
      if (n > 0) {
        answer[n] = 0;
        return answer;
      }
    }
  }
  fprintf(stderr, "the relay does not answer\n");
  exit(1);
}

static void lines_set(int id, struct call *call) {
  char order[128];
  int n = snprintf(order, sizeof order, "set %d %d %d %d %d", id, call->port[0], call->port[1],
                   call->port[2], call->port[3]);
  int same;
  int *relay = call->relay;
  if (sscanf(ask(order, n), "%d %d %d %d %d", &same, &relay[0], &relay[1], &relay[2], &relay[3]) != 5 ||
      same != id) {
    fprintf(stderr, "the relay refused call %d\n", id);
    exit(1);
  }
}

static void lines_end(int id) {
  char order[32];
  ask(order, snprintf(order, sizeof order, "end %d", id));
}

/* rtpengine's "ng" protocol: a cookie and a bencoded dictionary. */
static void ng_order(int id, const char *command, const char *tags, int far, struct call *call,
                     int *relay) {
  char sdp[512], order[2048], name[32];
  int name_length = snprintf(name, sizeof name, "bench-%d", id);
  const char *address = far ? "127.0.0.3" : "127.0.0.2";
  int sdp_length =
      snprintf(sdp, sizeof sdp,
               "v=0\r\no=- 1 1 IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\nm=audio %d RTP/AVP 8\r\n"
               "a=rtpmap:8 PCMA/8000\r\na=rtcp:%d\r\n",
               address, address, call->port[far * 2], call->port[far * 2 + 1]);
  int n = snprintf(order, sizeof order, "%d%c%d d7:call-id%d:%s7:command%zu:%s%s3:ICE6:remove3:sdp%d:%se",
                   getpid(), command[0], id, name_length, name, strlen(command), command, tags,
                   sdp_length, sdp);
  char *answer = ask(order, n);
  char *media = strstr(answer, "m=audio "), *rtcp = strstr(answer, "a=rtcp:");
  if (!media) {
    fprintf(stderr, "rtpengine answered: %s\n", answer);
    exit(1);
  }
  relay[0] = atoi(media + 8);
  relay[1] = rtcp ? atoi(rtcp + 7) : relay[0] + 1;
}

static void ng_set(int id, struct call *call) {
  ng_order(id, "offer", "8:from-tag6:caller", 0, call, call->relay + 2);
  ng_order(id, "answer", "8:from-tag6:caller6:to-tag6:called", 1, call, call->relay);
}

static void ng_end(int id) {
  char order[256], name[32];
  int name_length = snprintf(name, sizeof name, "bench-%d", id);
  ask(order, snprintf(order, sizeof order,
                      "%dd%d d7:call-id%d:%s7:command6:delete8:from-tag6:caller12:delete delayi0ee",
                      getpid(), id, name_length, name));
}

/* --- media ------------------------------------------------------------------------------------ */

static void put32(unsigned char *at, uint32_t value) {
  value = htonl(value);
  memcpy(at, &value, 4);
}

static void send_rtp(struct call *call, int end, uint32_t stream) {
  unsigned char packet[RTP_OCTETS] = {0x80, 8};
  packet[2] = call->sequence >> 8;
  packet[3] = call->sequence;
  put32(packet + 4, call->sequence * 160);
  put32(packet + 8, stream);
  packet[12] = counting;
  int64_t now = clock_of(CLOCK_REALTIME);
  memcpy(packet + 16, &now, 8);
  struct sockaddr_in to = at("127.0.0.1", call->relay[end]);
  if (sendto(call->socket[end], packet, sizeof packet, 0, (struct sockaddr *)&to, sizeof to) < 0)
    die("sendto");
  if (counting) sent++;
}

static void send_rtcp(struct call *call, int end, uint32_t stream, uint32_t about) {
  unsigned char packet[52] = {0x81, 200, 0, 12};
  put32(packet + 4, stream);
  put32(packet + 8, call->sequence);
  put32(packet + 24, 160);
  put32(packet + 28, about);
  put32(packet + 36, call->sequence);
  struct sockaddr_in to = at("127.0.0.1", call->relay[end + 1]);
  sendto(call->socket[end + 1], packet, sizeof packet, 0, (struct sockaddr *)&to, sizeof to);
}

static void send_slot(int slot) {
  for (int i = slot; i < 2 * call_count; i += SLOTS) {
    struct call *call = &calls[i / 2];
    int end = i % 2 * 2;
    uint32_t stream = 2 * (i / 2) + 1 + end / 2;
    if (end == 0) call->sequence++;
    send_rtp(call, end, stream);
    if ((call->sequence + i) % RTCP_EVERY == 0) send_rtcp(call, end, stream, end ? stream - 1 : stream + 1);
  }
}

static void take(int s) {
  unsigned char packet[2048];
  char room[64];
  struct iovec part = {packet, sizeof packet};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
  ssize_t n = recvmsg(s, &message, 0);
  if (n < 0) return;
  if (counting) relayed++;
  if (n != RTP_OCTETS || !packet[12]) return;
  received++;
  struct cmsghdr *control_message = CMSG_FIRSTHDR(&message);
  if (!control_message) return;
  struct timespec arrived;
  memcpy(&arrived, CMSG_DATA(control_message), sizeof arrived);
  int64_t began;
  memcpy(&began, packet + 16, 8);
  int64_t bucket = (arrived.tv_sec * 1000000000L + arrived.tv_nsec - began) / BUCKET;
  histogram[bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : bucket]++;
}

static int epoll;

static void listen_until(int64_t until) {
  struct epoll_event events[EVENTS];
  for (;;) {
    int64_t rest = until - clock_of(CLOCK_MONOTONIC);
    if (rest < 0) rest = 0;
    struct timespec wait = {rest / 1000000000L, rest % 1000000000L};
    int n = epoll_pwait2(epoll, events, EVENTS, &wait, NULL);
    for (int i = 0; i < n; i++) take(events[i].data.fd);
    if (n <= 0 && rest == 0) return;
    if (n > 0 && rest == 0) return;
  }
}

static void talk(int64_t seconds) {
  int64_t start = clock_of(CLOCK_MONOTONIC);
  int64_t steps = seconds * 1000000000L / (INTERVAL / SLOTS);
  for (int64_t step = 0; step < steps; step++) {
    listen_until(start + step * (INTERVAL / SLOTS));
    send_slot(step % SLOTS);
  }
}

static int64_t processor_nanos(int pid) {
  char name[64], line[1024];
  snprintf(name, sizeof name, "/proc/%d/stat", pid);
  FILE *file = fopen(name, "r");
  if (!file || !fgets(line, sizeof line, file)) die("the relay's process");
  fclose(file);
  unsigned long user, system;
  /* The name may hold spaces: count from the last parenthesis. */
  sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
  return (user + system) * (1000000000L / sysconf(_SC_CLK_TCK));
}

static double exceeded_by(double share) {
  uint64_t total = 0, seen = 0;
  for (int i = 0; i < BUCKETS; i++) total += histogram[i];
  for (int i = 0; i < BUCKETS; i++) {
    seen += histogram[i];
    if (seen >= total * share) return (i + 1) * BUCKET / 1000.0;
  }
  return 0;
}

int main(int count, char **arguments) {
  if (count != 7) return 2;
  int ng = strcmp(arguments[1], "ng") == 0;
  int pid = atoi(arguments[3]);
  call_count = atoi(arguments[4]);
  struct sockaddr_in relay = at("127.0.0.1", atoi(arguments[2]));
  control = socket(AF_INET, SOCK_DGRAM, 0);
  if (connect(control, (struct sockaddr *)&relay, sizeof relay) < 0) die("connect");
  calls = calloc(call_count, sizeof *calls);
  epoll = epoll_create1(0);
  for (int i = 0; i < call_count; i++) {
    for (int end = 0; end < 4; end++) {
      struct call *call = &calls[i];
      call->socket[end] = open_socket(end < 2 ? "127.0.0.2" : "127.0.0.3", &call->port[end]);
      struct epoll_event event = {.events = EPOLLIN, .data.fd = call->socket[end]};
      if (epoll_ctl(epoll, EPOLL_CTL_ADD, call->socket[end], &event) < 0) die("epoll_ctl");
    }
    if (ng)
      ng_set(i, &calls[i]);
    else
      lines_set(i, &calls[i]);
  }
  talk(atoi(arguments[5]));
  counting = 1;
  int64_t before = processor_nanos(pid);
  talk(atoi(arguments[6]));
  int64_t cost = processor_nanos(pid) - before;
  uint64_t passed = relayed;
  counting = 0;
  listen_until(clock_of(CLOCK_MONOTONIC) + 1000000000L);
  for (int i = 0; i < call_count; i++) {
    if (ng)
      ng_end(i);
    else
      lines_end(i);
  }
  printf("%lu %ld %.0f %.0f %.0f %.0f\n", sent, (long)(sent - received),
         passed ? (double)cost / passed : 0, exceeded_by(0.5), exceeded_by(0.99), exceeded_by(0.999));
  return 0;
}
