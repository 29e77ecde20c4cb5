/** The styles of marks that texts may use, for the pages that show texts. A page without the marks goes without them. */
import "../../styles/notation/defined.css";
import "../../styles/notation/formula.css";
import "../../styles/notation/marked.css";
import "../../styles/notation/tasks.css";
import "../../styles/notation/opened.css";
