import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.PortRange;
import org.comuta.media.engine.EngineSettings;
import org.comuta.media.engine.RelayEngine;

/**
 * Comuta's media engine as a process for the benchmark, taking orders by UDP as relay.c describes.
 * Statistics, RTCP and the learning of sources are on: they cannot be turned off.
 */
public final class EngineUnderTest {
  private EngineUnderTest() {}

  /** Arguments: control port, first and last RTP port, threads, gathering in microseconds. */
  public static void main(String[] arguments) throws Exception {
    EngineSettings settings =
        EngineSettings.defaults()
            .withPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
            .withThreads(Integer.parseInt(arguments[3]));
    if (arguments.length > 4) {
      settings = settings.withGathering(Duration.ofNanos(1000L * Integer.parseInt(arguments[4])));
    }
    try (RelayEngine engine = new RelayEngine(settings);
        DatagramSocket control =
            new DatagramSocket(
                new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])))) {
      byte[] room = new byte[512];
      while (true) {
        DatagramPacket packet = new DatagramPacket(room, room.length);
        control.receive(packet);
        String order = new String(room, 0, packet.getLength(), StandardCharsets.US_ASCII);
        byte[] answer = obey(engine, order.split(" ")).getBytes(StandardCharsets.US_ASCII);
        control.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    }
  }

  private static String obey(RelayEngine engine, String[] words) {
    String id = words[1];
    if (words[0].equals("end")) {
      engine.end(id).toCompletableFuture().join();
      return id;
    }
    MediaLine line =
        new MediaLine(
            MediaLine.Kind.AUDIO,
            true,
            side("127.0.0.2", words[2], words[3]),
            side("127.0.0.3", words[4], words[5]));
    CallMedia media = new CallMedia(id, List.of(line), Duration.ofSeconds(60));
    LinePorts ports = engine.set(media).toCompletableFuture().join().lines().get(0);
    return "%s %d %d %d %d"
        .formatted(
            id,
            ports.caller().rtp(),
            ports.caller().rtcp(),
            ports.called().rtp(),
            ports.called().rtcp());
  }

  private static MediaSide side(String address, String rtp, String rtcp) {
    return new MediaSide(
        "127.0.0.1",
        PortRange.ENGINE,
        new MediaSide.Remote(address, Integer.parseInt(rtp), Integer.parseInt(rtcp)),
        true,
        true,
        false,
        new MediaSide.SourceRule(false, List.of()),
        0,
        List.of(new MediaSide.PayloadFormat(8, "PCMA", 8000)));
  }
}
