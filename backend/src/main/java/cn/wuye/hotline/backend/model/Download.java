package cn.wuye.hotline.backend.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a large file and goes on where it was interrupted, by itself and when it is run again.
 */
final class Download {
  private static final int ATTEMPTS = 5;
  private static final long MB = 1024L * 1024;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final Duration pause;
  private final Consumer<String> progress;

  /**
   * @param pause before it tries again after a cut connection
   * @param progress told a line about every 5 %
   */
  Download(Duration pause, Consumer<String> progress) {
    this.pause = pause;
    this.progress = progress;
  }

  /**
   * Makes the file hold what the address holds; what is there already is kept and continued.
   *
   * @throws ModelRefused when it cannot be had; what has come so far stays for the next time
   */
  void fetch(URI address, Path file) throws ModelRefused {
    for (int attempt = 1; ; attempt++) {
      try {
        once(address, file);
        return;
      } catch (IOException e) {
        refuseWhatNoPatienceHelps(address, file, e);
        if (attempt == ATTEMPTS) {
          throw new ModelRefused(
              "the connection to %s broke %d times (%s); what came is kept, the same command goes on from there"
                  .formatted(address.getHost(), ATTEMPTS, e.getMessage()));
        }
        progress.accept("connection lost (" + e.getMessage() + "), going on where it was");
        rest();
      }
    }
  }

  private static void refuseWhatNoPatienceHelps(URI address, Path file, IOException e)
      throws ModelRefused {
    if (e instanceof ConnectException
        || e instanceof java.net.http.HttpConnectTimeoutException
        || e.getCause() instanceof UnresolvedAddressException) {
      throw new ModelRefused(
          "%s cannot be reached from here. Fetch %s on another machine and use --from FILE"
              .formatted(address.getHost(), address));
    }
    String message = String.valueOf(e.getMessage());
    if (e instanceof FileSystemException || message.contains("No space left")) {
      throw new ModelRefused("cannot write " + file + ": " + message);
    }
  }

  private void once(URI address, Path file) throws IOException, ModelRefused {
    long present = Files.exists(file) ? Files.size(file) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    if (present > 0) {
      request.header("Range", "bytes=" + present + "-");
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> {
          // A server that knows no ranges begins anew.
          long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
          receive(body, file, 0, length);
        }
        case 206 -> receive(body, file, present, totalOf(response, present));
        case 416 -> complete(response, file, present);
        case 404, 410 ->
            throw new ModelRefused(
                "there is nothing at %s (status %d)".formatted(address, response.statusCode()));
        default ->
            throw new ModelRefused(
                "%s answered with status %d for %s"
                    .formatted(address.getHost(), response.statusCode(), address));
      }
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException, ModelRefused {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelRefused("interrupted; the same command goes on from there");
    }
  }

  private static long totalOf(HttpResponse<?> response, long present) throws ModelRefused {
    String range = response.headers().firstValue("Content-Range").orElse("");
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != present) {
      throw new ModelRefused("the server sent another part than was asked for: " + range);
    }
    return Long.parseLong(matcher.group(2));
  }

  /** Nothing lies behind what is there: it is the whole, or something else. */
  private static void complete(HttpResponse<?> response, Path file, long present)
      throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.equals("bytes */" + present)) {
      Files.delete(file);
      throw new IOException("what was there does not belong to it and is thrown away");
    }
  }

  private void receive(InputStream body, Path file, long from, long total)
      throws IOException, ModelRefused {
    Path folder = file.toAbsolutePath().getParent();
    if (total > 0 && folder != null) {
      ModelFiles.roomFor(total - from, folder);
    }
    StandardOpenOption how =
        from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    long done = from;
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
      byte[] buffer = new byte[256 * 1024];
      int told = percent(done, total);
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        out.write(buffer, 0, count);
        done += count;
        if (percent(done, total) >= told + 5) {
          told = percent(done, total);
          progress.accept("%d of %d MB (%d %%)".formatted(done / MB, total / MB, told));
        }
      }
    }
    if (total > 0 && done < total) {
      throw new IOException("only %d of %d bytes came".formatted(done, total));
    }
  }

  private static int percent(long done, long total) {
    return total <= 0 ? 0 : (int) (100 * done / total);
  }

  private void rest() throws ModelRefused {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelRefused("interrupted; the same command goes on from there");
    }
  }
}
