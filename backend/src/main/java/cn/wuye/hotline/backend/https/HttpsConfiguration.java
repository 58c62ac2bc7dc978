package cn.wuye.hotline.backend.https;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HttpsConfiguration {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> https(HttpsProperties properties) {
    return factory -> {
      if (!properties.listen().isEmpty()) {
        factory.addAdditionalConnectors(connector(properties));
      }
    };
  }

  private static Connector connector(HttpsProperties properties) {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setSSLEnabled(true);
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.2+TLSv1.3");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateFile(properties.certificate());
    certificate.setCertificateKeyFile(properties.key());
    host.addCertificate(certificate);
    Connector connector = new Connector(protocol);
    connector.addSslHostConfig(host);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setPort(properties.port());
    connector.setProperty("address", properties.listen());
    return connector;
  }
}
