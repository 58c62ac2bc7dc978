package cn.wuye.hotline.backend.outbound;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/** The operator's own hours and numbers of calls, in the file that a variable names. */
public final class CallingFile {
  static final String VARIABLE = "HOTLINE_SURVEYS_CALLING";

  private CallingFile() {}

  /** The file cannot be used; the message names variable, file and reason. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String file, String why, Throwable cause) {
      super(VARIABLE + "=" + file + " cannot be used: " + why, cause);
    }
  }

  /**
   * What stands in the file.
   *
   * @param file as the variable has it; relative to the folder in which the application was started
   * @throws RuntimeException that ends the start with a sentence, when it is not there or wrong
   */
  public static <T> T read(String file, Function<Path, T> reader) {
    try {
      return reader.apply(Path.of(file));
    } catch (UncheckedIOException e) {
      throw new Refused(
          file,
          e.getCause() instanceof NoSuchFileException
              ? "there is no such file"
              : "it cannot be read (" + e.getCause() + ")",
          e);
    } catch (RuntimeException e) {
      throw new Refused(file, String.valueOf(e.getMessage()), e);
    }
  }
}
