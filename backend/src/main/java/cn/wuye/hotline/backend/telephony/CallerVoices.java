package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A known caller hears her estate's greeting and her dialect, where these are recorded. */
record CallerVoices(EspeakPrompts prompts, Directory directory)
    implements Function<Call, PromptAudio> {
  @Override
  public PromptAudio apply(Call call) {
    return call.caller()
        .flatMap(directory::caller)
        .map(CallerVoices::order)
        .map(prompts::by)
        .orElse(prompts);
  }

  private static List<VoiceSet> order(KnownCaller caller) {
    return Stream.of("estate-" + caller.estateId(), caller.dialect())
        .flatMap(code -> VoiceSet.find(code).stream())
        .filter(set -> !set.equals(VoiceSet.DEFAULT))
        .toList();
  }
}
