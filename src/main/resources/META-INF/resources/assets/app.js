// Everything works without this file; it makes the components of the two design systems quicker to use.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const { govuk, moj } = document.documentElement.dataset;
import(govuk).then((components) => components.initAll());
import(moj).then((components) => components.initAll());
