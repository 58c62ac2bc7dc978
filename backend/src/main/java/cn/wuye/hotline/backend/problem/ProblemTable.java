package cn.wuye.hotline.backend.problem;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one table of which failure is which problem. */
@Component
class ProblemTable {
  /** Seconds after which a client may try again when the database is away. */
  private static final String RETRY_AFTER = "10";

  /** Empty: nobody thought of this failure. */
  Optional<Problem> find(Exception failure) {
    if (failure instanceof ProblemException known) {
      return Optional.of(known.problem());
    }
    if (failure instanceof HttpMessageNotReadableException unreadable) {
      return Optional.of(UnreadableBody.problem(unreadable));
    }
    if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
      return Optional.of(Problem.of(HttpStatus.NOT_FOUND, "route-unknown"));
    }
    if (failure instanceof HttpRequestMethodNotSupportedException method) {
      return Optional.of(method(method));
    }
    if (failure instanceof HttpMediaTypeNotSupportedException type) {
      return Optional.of(
          Problem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "media-type-unsupported",
              Optional.ofNullable(type.getContentType()).map(MimeType::toString).orElse("-"),
              types(type.getSupportedMediaTypes())));
    }
    if (failure instanceof HttpMediaTypeNotAcceptableException type) {
      return Optional.of(
          Problem.of(
              HttpStatus.NOT_ACCEPTABLE, "not-acceptable", types(type.getSupportedMediaTypes())));
    }
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      return Optional.of(Parameters.mismatch(mismatch));
    }
    if (failure instanceof MissingServletRequestParameterException missing) {
      return Optional.of(Parameters.missing(missing.getParameterName()));
    }
    if (failure instanceof MissingRequestValueException) {
      return Optional.of(
          Problem.of(
              HttpStatus.BAD_REQUEST, "value-missing", String.valueOf(failure.getMessage())));
    }
    // Tomcat reads a multipart body for the first parameter that anybody asks for.
    if (failure instanceof MultipartException
        || (failure instanceof InvalidParameterException
            && failure.getCause() instanceof IOException)) {
      return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, "multipart-broken"));
    }
    // Parameters and headers are looked at when they are read.
    if (failure instanceof RequestRejectedException
        || failure instanceof InvalidParameterException) {
      return Optional.of(Problem.of(HttpStatus.BAD_REQUEST, "request-rejected"));
    }
    return databaseAway(failure);
  }

  private static Problem method(HttpRequestMethodNotSupportedException failure) {
    String[] supported =
        Optional.ofNullable(failure.getSupportedMethods()).orElse(new String[0]).clone();
    String allowed = String.join(", ", supported);
    return Problem.of(
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", failure.getMethod(), allowed)
        .withHeader(HttpHeaders.ALLOW, allowed);
  }

  private static Optional<Problem> databaseAway(Exception failure) {
    if (failure instanceof AccessDeniedException) {
      return Optional.of(Problem.of(HttpStatus.FORBIDDEN, "forbidden"));
    }
    return failure instanceof DataAccessResourceFailureException
            || failure instanceof TransientDataAccessException
            || failure instanceof QueryTimeoutException
            || failure instanceof TransactionException
        ? Optional.of(
            Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-away")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER))
        : Optional.empty();
  }

  private static String types(java.util.List<MediaType> types) {
    return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
  }
}
