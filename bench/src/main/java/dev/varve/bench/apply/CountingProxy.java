package dev.varve.bench.apply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes on what client and server say, and counts how often a client speaks after its server has:
 * each time it has waited for an answer.
 */
final class CountingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();

  private CountingProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** A proxy before a port of this machine. */
  static CountingProxy to(int target) throws IOException {
    CountingProxy proxy =
        new CountingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    daemon(proxy::accept);
    return proxy;
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        connections.incrementAndGet();
        AtomicBoolean answered = new AtomicBoolean(true);
        daemon(() -> pass(client, server, answered, false));
        daemon(() -> pass(server, client, answered, true));
      }
    } catch (SocketException closed) {
      // The end.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pass(Socket from, Socket to, AtomicBoolean answered, boolean answers) {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (answered.getAndSet(answers) && !answers) {
          roundTrips.incrementAndGet();
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException closed) {
      // One side has closed its socket: so does the other one.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  @Override
  public String toString() {
    return roundTrips + " (" + connections + " connections)";
  }
}
