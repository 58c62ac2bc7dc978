package cn.wuye.hotline.backend.openapi;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.problem.ProblemWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the document is made: springdoc reads the controllers; {@link RecordSchemas} tells what is
 * always there, {@link Overlay} adds the words and examples, {@link Errors} what can go wrong.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  OpenApiConfiguration() {
    // Who asks is no parameter.
    ModelResolver.enumsAsRef = true;
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
  }

  @Bean
  OpenApiCustomizer completeDocument(ProblemWriter problems) {
    return document -> complete(document, problems);
  }

  private static void complete(OpenAPI document, ProblemWriter problems) {
    ObjectMapper json = Json31.mapper();
    ObjectNode tree = json.valueToTree(document);
    RecordSchemas.apply(tree);
    Overlay.shipped().apply(tree);
    new Errors(problems).apply(tree);
    try {
      OpenAPI done = json.treeToValue(tree, OpenAPI.class);
      document.info(done.getInfo()).servers(done.getServers()).tags(done.getTags());
      document.paths(done.getPaths()).components(done.getComponents());
      document.security(done.getSecurity());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the OpenAPI document cannot be made", e);
    }
  }
}
