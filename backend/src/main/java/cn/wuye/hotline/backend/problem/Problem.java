package cn.wuye.hotline.backend.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What is told to a client whose request was not done: what was wrong and what to do about it.
 *
 * @param code names the texts {@code problem.CODE.title} and {@code problem.CODE.detail} and, as
 *     {@code urn:hotline:problem:CODE}, the type
 * @param arguments of the detail
 * @param fields single values of the request that are wrong
 * @param members further members of the answer
 */
public record Problem(
    HttpStatus status,
    String code,
    List<Object> arguments,
    List<FieldProblem> fields,
    Map<String, Object> members,
    HttpHeaders headers) {

  /** A problem without more to say. */
  public static Problem of(HttpStatus status, String code, Object... arguments) {
    return new Problem(status, code, List.of(arguments), List.of(), Map.of(), new HttpHeaders());
  }

  /** Values of the request are wrong. */
  public static Problem ofFields(List<FieldProblem> fields) {
    return new Problem(
        HttpStatus.BAD_REQUEST,
        "fields-invalid",
        List.of(fields.size()),
        List.copyOf(fields),
        Map.of(),
        new HttpHeaders());
  }

  /** The same with one more member. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, code, arguments, fields, more, headers);
  }

  /** The same with one more header. */
  public Problem withHeader(String name, String value) {
    HttpHeaders more = new HttpHeaders(headers);
    more.set(name, value);
    return new Problem(status, code, arguments, fields, members, more);
  }

  /** To be thrown where the answer cannot be returned. */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  /**
   * One value of a request that is wrong.
   *
   * @param field its name; parts of parts are joined by '.'
   * @param code names the text {@code problem.field.CODE}
   * @param arguments of that text
   */
  public record FieldProblem(String field, String code, List<Object> arguments) {
    public static FieldProblem of(String field, String code, Object... arguments) {
      return new FieldProblem(field, code, List.of(arguments));
    }
  }
}
