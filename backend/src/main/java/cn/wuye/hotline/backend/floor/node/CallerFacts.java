package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.intake.CallSoFar;
import cn.wuye.hotline.backend.intake.CallsSoFar;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import java.util.Optional;

/** What she told the machine, and what her number tells: estate and dialect. */
final class CallerFacts {
  private final CallsSoFar calls;
  private final Directory directory;

  CallerFacts(CallsSoFar calls, Directory directory) {
    this.calls = calls;
    this.directory = directory;
  }

  /** A file is read for it. */
  Told of(String call) {
    Optional<CallSoFar> said =
        Optional.of(call).filter(CallId::isValid).map(CallId::new).flatMap(calls::of);
    Optional<PhoneNumber> phone = said.flatMap(CallSoFar::caller);
    Optional<KnownCaller> known = phone.flatMap(directory::caller);
    return new Told(
        phone.map(PhoneNumber::masked).orElse(""),
        said.map(CallSoFar::estate)
            .filter(estate -> !estate.isEmpty())
            .or(() -> known.map(KnownCaller::estateId))
            .orElse(""),
        said.map(CallSoFar::dialect)
            .filter(dialect -> !dialect.isEmpty())
            .orElseGet(() -> directory.dialect(phone)),
        said.filter(CallSoFar::emergency).isPresent(),
        said.map(so -> Text.fitted(ShownWords.of(so.words()), Caller.WORDS)).orElse(""));
  }
}
