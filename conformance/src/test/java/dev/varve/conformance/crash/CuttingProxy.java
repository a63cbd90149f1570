package dev.varve.conformance.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between an applier and its server, and cuts one connection: instead of one of the client's
 * messages, or right after it, so that the server has it and the client never hears what came of
 * it.
 */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int serverPort;
  private final AtomicInteger messages = new AtomicInteger();
  private final int last;
  private final boolean delivered;
  private volatile boolean cut;

  /** How a client says good-bye, which it expects no answer to. */
  private static final byte TERMINATE = 'X';

  /**
   * A proxy for one connection.
   *
   * @param last so many of the client's messages are let through
   * @param delivered whether the one after them reaches the server before the cut
   */
  CuttingProxy(int serverPort, int last, boolean delivered) throws IOException {
    this.serverPort = serverPort;
    this.last = last;
    this.delivered = delivered;
    this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Whether the connection was cut: the client may have had less to say. */
  boolean hasCut() {
    return cut;
  }

  /** How many messages the client has sent, without its good-bye. */
  int messages() {
    return messages.get();
  }

  private void accept() {
    try (Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread back = new Thread(() -> answer(server, client), "answers");
      back.setDaemon(true);
      back.start();
      forward(client, server);
    } catch (IOException e) {
      // One of them has gone: so has the connection.
    }
  }

  private void forward(Socket client, Socket server) throws IOException {
    byte[] buffer = new byte[1 << 16];
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      cut = buffer[0] != TERMINATE && messages.getAndIncrement() >= last;
      if (cut) {
        client.close();
      }
      if (!cut || delivered) {
        out.write(buffer, 0, length);
        out.flush();
      }
      if (cut) {
        return;
      }
    }
  }

  private static void answer(Socket server, Socket client) {
    try {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // As above.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
