"""Reports: what a run, a policy or an explanation says, in final wording, before any layout."""
