package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.files.KeptJson;
import cn.wuye.hotline.backend.files.WaitingFiles;
import cn.wuye.hotline.backend.survey.store.Telling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What residents have said and is not in the database yet, one JSON file each.
 *
 * @param <S> one thing that was said
 * @param <F> the same, as a file has it
 */
public abstract class AnswerFiles<S extends Telling, F extends AnswerFiles.Form<S>>
    extends WaitingFiles<S> {
  private final Class<F> type;
  private final Function<S, F> form;

  /**
   * @param type of what a file has
   * @param form as a file has it
   */
  protected AnswerFiles(Path folder, Class<F> type, Function<S, F> form) {
    super(folder);
    this.type = type;
    this.form = form;
  }

  /**
   * One thing that was said, as a file has it: a record of numbers and texts.
   *
   * @param <T> the same as it was said
   */
  public interface Form<T> {
    /** Back from there. */
    T said();
  }

  @Override
  protected String source(S said) {
    return said.told().source();
  }

  @Override
  protected int number(S said) {
    return said.told().number();
  }

  @Override
  protected byte[] write(S said) {
    return KeptJson.MAPPER.writeValueAsBytes(form.apply(said));
  }

  @Override
  protected S read(byte[] content) {
    return KeptJson.MAPPER.readValue(content, type).said();
  }

  /**
   * The number of the last thing that was said by a source, waiting or entered; 0 for none. So a
   * call goes on counting when its connection is made a second time.
   *
   * @param entered reads what is in the database, of whatever source; asked after the disk, so that
   *     what is entered meanwhile is not missed
   * @throws UncheckedIOException when the disk cannot be read
   */
  public int last(String source, Supplier<List<S>> entered) {
    try {
      int waiting = last(source);
      return entered.get().stream()
          .filter(said -> source(said).equals(source))
          .mapToInt(this::number)
          .reduce(waiting, Math::max);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
