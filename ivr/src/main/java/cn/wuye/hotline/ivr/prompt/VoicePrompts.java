package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Quote;
import cn.wuye.hotline.ivr.prompt.RecordedPrompts.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prompts by the voices that one caller is to hear; what those have not said, the default says. */
final class VoicePrompts implements PromptAudio {
  private static final Logger LOG = LoggerFactory.getLogger(VoicePrompts.class);

  private final EspeakPrompts all;
  private final List<VoiceSet> order;

  VoicePrompts(EspeakPrompts all, List<VoiceSet> order) {
    this.all = all;
    this.order = List.copyOf(order);
  }

  @Override
  public byte[] pcm(Prompt prompt) {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (Piece piece : prompt.pieces()) {
      sound.writeBytes(pcm(piece));
    }
    return sound.toByteArray();
  }

  private byte[] pcm(Piece piece) {
    if (piece instanceof Quote quote) {
      return quote.after(pcm(quote.announcement()));
    }
    Optional<Recording> own = own(piece);
    if (own.isPresent()) {
      try {
        return all.recording(own.get());
      } catch (IOException e) {
        LOG.warn("{} cannot be read; the default voice says it", own.get().file(), e);
      }
    }
    return all.pcm(alone(piece));
  }

  @Override
  public List<Path> files(Prompt prompt) {
    List<Path> paths = new ArrayList<>();
    for (Piece piece : prompt.pieces()) {
      own(piece)
          .ifPresentOrElse(
              own -> paths.add(own.file()), () -> paths.addAll(all.files(alone(piece))));
    }
    return paths;
  }

  private Optional<Recording> own(Piece piece) {
    if (!(piece instanceof Fixed fixed)) {
      return Optional.empty();
    }
    return order.stream().flatMap(set -> all.recorded().find(set, fixed).stream()).findFirst();
  }

  private static Prompt alone(Piece piece) {
    return new Prompt("", List.of(piece));
  }
}
