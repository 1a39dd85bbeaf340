package org.comuta.media.process.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection between client and engine. Sending never blocks: what waits to be written is
 * bounded, and written by a thread of the link's own. Any thread may send and close; one receives.
 */
public final class Link implements AutoCloseable {
  private static final int WAITING_FRAMES = 16_384;
  private static final int WAITING_OCTETS = 4 * Limits.FRAME_OCTETS;

  private final SocketChannel channel;
  private final BlockingQueue<ByteBuffer> waiting = new LinkedBlockingQueue<>(WAITING_FRAMES);
  private final AtomicInteger waitingOctets = new AtomicInteger();
  private final Thread writer;
  private volatile int version = MessageCodec.LOWEST_VERSION;
  private ByteBuffer incoming = ByteBuffer.allocate(16 * 1024).flip();

  /**
   * @param channel blocking and connected; the link's from now on
   * @param name of the thread that writes
   */
  public Link(SocketChannel channel, String name) {
    this.channel = channel;
    this.writer = Thread.ofPlatform().daemon().name(name).start(this::write);
  }

  /** From now on this version is spoken, both ways; the oldest before. */
  public void speak(int agreed) {
    version = agreed;
  }

  /**
   * Sends a message after those sent before.
   *
   * @return false when the link is closed, or so much waits that this one has to be given up
   * @throws IllegalArgumentException when a field is beyond what the version carries
   */
  public boolean send(Message message) {
    ByteBuffer frame = MessageCodec.encode(message, version);
    if (!channel.isOpen()) {
      return false;
    }
    int octets = frame.remaining();
    if (waitingOctets.addAndGet(octets) > WAITING_OCTETS || !waiting.offer(frame)) {
      waitingOctets.addAndGet(-octets);
      return false;
    }
    return true;
  }

  /** Whether everything sent has been handed to the operating system. */
  public boolean drained() {
    return waitingOctets.get() == 0;
  }

  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Receives until the link ends, in order, on the calling thread. Tells why it ended. */
  public String receive(Consumer<Message> receiver) {
    try {
      while (true) {
        receiver.accept(next());
      }
    } catch (EOFException e) {
      return "the other end closed the connection";
    } catch (IOException e) {
      return String.valueOf(e.getMessage() == null ? e : e.getMessage());
    } finally {
      close();
    }
  }

  private Message next() throws IOException {
    fill(Integer.BYTES);
    int length = incoming.getInt();
    if (length < 1 || length > Limits.FRAME_OCTETS) {
      throw new ProtocolException("a frame of " + Integer.toUnsignedString(length) + " octets");
    }
    fill(length);
    ByteBuffer frame = incoming.slice(incoming.position(), length);
    incoming.position(incoming.position() + length);
    Message message = MessageCodec.decode(frame, version);
    shrink();
    return message;
  }

  private void fill(int needed) throws IOException {
    if (incoming.remaining() >= needed) {
      return;
    }
    if (incoming.capacity() < needed) {
      incoming = ByteBuffer.allocate(needed).put(incoming);
    } else {
      incoming.compact();
    }
    while (incoming.position() < needed) {
      if (channel.read(incoming) < 0) {
        throw new EOFException();
      }
    }
    incoming.flip();
  }

  /** One large claim does not hold its memory for ever. */
  private void shrink() {
    if (incoming.capacity() > 1024 * 1024 && incoming.remaining() < 16 * 1024) {
      incoming = ByteBuffer.allocate(16 * 1024).put(incoming).flip();
    }
  }

  private void write() {
    try {
      while (channel.isOpen()) {
        ByteBuffer frame = waiting.take();
        int octets = frame.remaining();
        while (frame.hasRemaining()) {
          channel.write(frame);
        }
        waitingOctets.addAndGet(-octets);
      }
    } catch (IOException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  /** Ends the connection at once; what waits is dropped. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Closed all the same.
    }
    writer.interrupt();
  }

  /** Waits for the link's own thread to end after {@link #close}. */
  public void join() throws InterruptedException {
    writer.join();
  }
}
