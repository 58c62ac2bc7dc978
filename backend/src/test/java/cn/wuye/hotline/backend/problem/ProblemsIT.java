package cn.wuye.hotline.backend.problem;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ProblemsIT extends ProblemCases {}
