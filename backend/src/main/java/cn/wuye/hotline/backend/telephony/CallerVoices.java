package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.agi.Voices;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A caller hears her estate's greeting and her dialect, where these are recorded. */
record CallerVoices(EspeakPrompts prompts, Directory directory) implements Voices {
  @Override
  public PromptAudio of(Call call, String dialect) {
    Optional<KnownCaller> known = call.caller().flatMap(directory::caller);
    return prompts.by(
        Stream.of(
                known.map(caller -> "estate-" + caller.estateId()),
                Optional.of(dialect)
                    .filter(said -> !said.isEmpty())
                    .or(() -> Optional.of(directory.dialect(call.caller()))))
            .flatMap(Optional::stream)
            .flatMap(code -> VoiceSet.find(code.toLowerCase(Locale.ROOT)).stream())
            .filter(set -> !set.equals(VoiceSet.DEFAULT))
            .toList());
  }
}
