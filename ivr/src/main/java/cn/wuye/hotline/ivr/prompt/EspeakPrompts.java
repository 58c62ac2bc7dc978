package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.data.LimitedMap;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Quote;
import cn.wuye.hotline.ivr.prompt.Prompt.Recording;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prompts from files: an operator's own recordings where there are some, else made by espeak-ng and
 * kept. Thread-safe.
 *
 * <p>The folder holds {@code <key>.wav} of every fixed piece (so that Asterisk alone can play
 * them), {@code spoken/<hash>.wav} of other words, and {@code index.json}: key → file and text.
 */
public final class EspeakPrompts implements PromptAudio {
  private static final Logger LOG = LoggerFactory.getLogger(EspeakPrompts.class);
  private static final int MOST_REMEMBERED = 2000;

  private final Path folder;
  private final PromptFiles files;
  private final byte[] beep = Sound.beep().pcm();
  private volatile RecordedPrompts recorded;
  private final Map<Object, byte[]> remembered = LimitedMap.byUse(MOST_REMEMBERED);

  EspeakPrompts(Path folder, Optional<Path> recordings, Voice voice) {
    this.folder = folder;
    this.files = new PromptFiles(folder, recordings, voice);
    this.recorded = RecordedPrompts.read(folder);
  }

  /**
   * Prompts in a folder; {@link #prepare} makes its files.
   *
   * @param folder {@code $HOTLINE_HOME/prompts}
   * @param recordings a folder with the operator's own recordings, {@code <key>.wav}, 16 bit PCM of
   *     any rate; they win over the synthesiser
   */
  public static EspeakPrompts in(Path folder, Optional<Path> recordings) {
    return new EspeakPrompts(folder, recordings, new Espeak("espeak-ng"));
  }

  /**
   * Makes all files that are missing or out of date, and the index; takes a few seconds the first
   * time. Never fails: a piece that cannot be made is a beep, and the log says why.
   *
   * @return how many pieces could not be made
   */
  public int prepare(List<Fixed> pieces) {
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    List<String> failed = new ArrayList<>();
    try {
      files.replace(files.beep(), WavSound.write(beep));
      Map<Fixed, Future<Optional<String>>> running = new LinkedHashMap<>();
      pieces.forEach(piece -> running.put(piece, workers.submit(() -> make(piece))));
      for (Future<Optional<String>> each : running.values()) {
        each.get().ifPresent(failed::add);
      }
      files.replace(folder.resolve("index.json"), index(pieces));
    } catch (IOException e) {
      LOG.error(
          "prompts cannot be written to {}; they are made in memory where possible", folder, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("making a prompt never throws", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
    }
    report(pieces, failed);
    return failed.size();
  }

  private void report(List<Fixed> pieces, List<String> failed) {
    LOG.info(
        "prompts: {} of {} pieces are ready, {} files made now",
        pieces.size() - failed.size(),
        pieces.size(),
        files.made());
    if (!failed.isEmpty()) {
      LOG.warn(
          "{} prompts are only a beep, the first because: {}. Install espeak-ng, or put recordings beside them",
          failed.size(),
          failed.get(0));
    }
  }

  /**
   * Takes the recordings into use that lie in the folder now, from the next prompt on. The files
   * for Asterisk alone follow with {@link #prepare}.
   *
   * @see RecordedPrompts#store
   */
  public void reload() {
    RecordedPrompts now = RecordedPrompts.read(folder);
    synchronized (remembered) {
      recorded = now;
      remembered.clear();
    }
  }

  /** The recordings in use. */
  public RecordedPrompts recorded() {
    return recorded;
  }

  /**
   * The same prompts as one caller hears them.
   *
   * @param order the sets that are looked through before the default one
   */
  public PromptAudio by(List<VoiceSet> order) {
    return order.isEmpty() ? this : new VoicePrompts(this, order);
  }

  /** Empty when it went well, else why not. */
  private Optional<String> make(Fixed piece) {
    try {
      RecordedPrompts now = recorded;
      remember(piece, fixed(piece, now), now);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(piece.key() + ": " + e.getMessage());
    }
  }

  private static byte[] index(List<Fixed> pieces) {
    Map<String, Map<String, String>> index = new LinkedHashMap<>();
    for (Fixed piece : pieces) {
      // Named by their entries, also where their words are not the shipped ones.
      String name = PromptCatalogue.CHANGED.matcher(piece.key()).replaceFirst("");
      index.put(name, Map.of("file", piece.key() + ".wav", "text", piece.text()));
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(index);
  }

  @Override
  public byte[] pcm(Prompt prompt) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    prompt.pieces().forEach(piece -> all.writeBytes(pcm(piece)));
    return all.toByteArray();
  }

  @Override
  public byte[] passing(String words) {
    try {
      return WavSound.write(files.passing(words).pcm());
    } catch (IOException e) {
      LOG.warn("words for one person are a beep: {}", e.getMessage());
      return WavSound.write(beep);
    }
  }

  /** The prompt's sound as a WAV. */
  public byte[] wav(Prompt prompt) {
    return WavSound.write(pcm(prompt));
  }

  private byte[] pcm(Piece piece) {
    if (piece instanceof Quote quote) {
      return quote.after(pcm(quote.announcement()));
    }
    if (piece instanceof Recording recording) {
      return recording.pcm();
    }
    synchronized (remembered) {
      byte[] known = remembered.get(piece);
      if (known != null) {
        return known;
      }
    }
    try {
      RecordedPrompts now = recorded;
      return remember(piece, piece instanceof Fixed fixed ? fixed(fixed, now) : spoken(piece), now);
    } catch (IOException e) {
      LOG.warn("the piece '{}' is a beep: {}", piece.text(), e.getMessage());
      return beep;
    }
  }

  private byte[] fixed(Fixed piece, RecordedPrompts now) throws IOException {
    return files.fixed(piece, now.find(VoiceSet.DEFAULT, piece));
  }

  /** The sound of a set's own recording, which cannot be read only when the disk fails. */
  byte[] recording(RecordedPrompts.Recording own) throws IOException {
    synchronized (remembered) {
      byte[] known = remembered.get(own);
      if (known != null) {
        return known;
      }
    }
    RecordedPrompts now = recorded;
    return remember(own, WavSound.read(Files.readAllBytes(own.file())).pcm(), now);
  }

  private byte[] spoken(Piece piece) throws IOException {
    return files.spoken(new Spoken(piece.text()));
  }

  /**
   * @param of the recordings it was made with; what has been replaced meanwhile is not kept
   */
  private byte[] remember(Object piece, byte[] pcm, RecordedPrompts of) {
    synchronized (remembered) {
      if (of == recorded) {
        remembered.put(piece, pcm);
      }
    }
    return pcm;
  }

  @Override
  public List<Path> files(Prompt prompt) {
    List<Path> paths = new ArrayList<>();
    for (Piece piece : prompt.inFiles().pieces()) {
      // Makes the file if it is not there yet.
      pcm(piece);
      Path file =
          piece instanceof Fixed fixed ? files.fixed(fixed.key()) : files.spoken(piece.text());
      paths.add(Files.isReadable(file) ? file : files.beep());
    }
    return paths;
  }
}
