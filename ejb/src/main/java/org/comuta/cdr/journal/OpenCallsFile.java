package org.comuta.cdr.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.comuta.call.octets.CallDecoding;
import org.comuta.call.octets.CallEncoding;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that were open at one place of the journal, in a file beside it, so that the segments
 * before that place can go while calls that began in them still last.
 */
final class OpenCallsFile {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCallsFile.class);
  private static final String NAME = "open-calls";
  private static final int FORMAT = 1;

  /** What the file holds. */
  record Saved(Position position, OpenCalls calls) {}

  private final Path directory;
  private final Path file;

  OpenCallsFile(Path directory) {
    this.directory = directory;
    this.file = directory.resolve(NAME);
  }

  /** Replaces the file, wholly or not at all; on the disk when it returns. */
  void save(Position position, OpenCalls calls) throws IOException {
    OctetWriter out = new OctetWriter();
    out.octet(FORMAT).number(position.segment()).number(position.offset());
    out.moment(calls.lastActivity()).number(calls.all().size());
    for (OpenCall call : calls.all()) {
      out.text(call.opened().callId()).number(call.opened().revision());
      CallEncoding.incoming(out, call.opened().incoming());
      out.momentOrNone(call.answeredAt()).number(call.attempts());
      Entry.Attempted attempted = call.attempted();
      out.octet(attempted == null ? 0 : 1);
      if (attempted != null) {
        out.moment(attempted.at())
            .text(attempted.originNap())
            .text(attempted.route())
            .text(attempted.destinationNap());
      }
    }
    byte[] octets = out.toByteArray();
    Path next = file.resolveSibling(NAME + ".next");
    try (FileChannel channel =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream stream = Channels.newOutputStream(channel)) {
      stream.write(octets);
      stream.write(ByteBuffer.allocate(4).putInt(out.checksum()).array());
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    SegmentFiles.forceDirectory(directory);
  }

  /** What was saved; null when nothing was. */
  @Nullable Saved load() throws IOException {
    byte[] octets;
    try {
      octets = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
    try {
      return decode(octets);
    } catch (MalformedOctetsException e) {
      // Nothing is lost as long as the segments are there; they are read from the oldest on.
      LOG.error("{} is damaged: {}", file, e.getMessage());
      return null;
    }
  }

  static Saved decode(byte[] octets) throws MalformedOctetsException {
    if (octets.length < 4) {
      throw new MalformedOctetsException("too short");
    }
    byte[] body = Arrays.copyOf(octets, octets.length - 4);
    CRC32C checksum = new CRC32C();
    checksum.update(body);
    if ((int) checksum.getValue() != ByteBuffer.wrap(octets, body.length, 4).getInt()) {
      throw new MalformedOctetsException("checksum differs");
    }
    OctetReader in = new OctetReader(body);
    if (in.octet() != FORMAT) {
      throw new MalformedOctetsException("unknown format");
    }
    Position position = new Position(in.number(), in.number(0, Integer.MAX_VALUE));
    OpenCalls calls = new OpenCalls();
    calls.lived(in.moment());
    int count = in.number(0, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      calls.put(call(in));
    }
    in.end();
    return new Saved(position, calls);
  }

  private static OpenCall call(OctetReader in) throws MalformedOctetsException {
    String callId = in.text();
    Entry.Opened opened = new Entry.Opened(callId, in.number(), CallDecoding.incoming(in));
    var answeredAt = in.momentOrNone();
    int attempts = in.number(0, Integer.MAX_VALUE);
    Entry.Attempted attempted =
        in.flag()
            ? new Entry.Attempted(callId, in.moment(), in.text(), in.text(), in.text())
            : null;
    return new OpenCall(opened, attempts, attempted, answeredAt);
  }
}
