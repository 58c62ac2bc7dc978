package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.ivr.audio.Pcm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has sentences recognised by a server that speaks the protocol of vosk-server. */
final class VoskServerClient {
  /** A fifth of a second, as that server's own clients send. */
  private static final int CHUNK = Pcm.BYTES_PER_SECOND / 5;

  private static final long PATIENCE_SECONDS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  VoskServerClient(int port) {
    this.address = URI.create("ws://127.0.0.1:" + port);
  }

  /** The server's last word on a sentence; a connection of its own for each. */
  String hear(byte[] pcm) throws IOException, InterruptedException {
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .buildAsync(address, new Listener(answers))
            .join();
    try {
      socket.sendText("{\"config\": {\"sample_rate\": " + Pcm.RATE + "}}", true).join();
      for (int at = 0; at < pcm.length; at += CHUNK) {
        int length = Math.min(CHUNK, pcm.length - at);
        socket.sendBinary(ByteBuffer.wrap(pcm, at, length), true).join();
        answer(answers);
      }
      socket.sendText("{\"eof\": 1}", true).join();
      return answer(answers);
    } finally {
      socket.abort();
    }
  }

  private static String answer(BlockingQueue<String> answers)
      throws IOException, InterruptedException {
    String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("the server with Vosk does not answer");
    }
    return answer;
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> answers;
    private final StringBuilder message = new StringBuilder();

    Listener(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        answers.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
