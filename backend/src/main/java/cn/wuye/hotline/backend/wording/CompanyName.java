package cn.wuye.hotline.backend.wording;

/** The company's name as it is said in the greeting; never blank. */
public record CompanyName(String text) {}
