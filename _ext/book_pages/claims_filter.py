"""The script that filters the list of claims, on the page that has it."""


def _use_the_script(app, pagename, templatename, context, doctree):
    if 'class="hw0-claims"' in context.get("body", ""):
        app.add_js_file("claims.js", loading_method="defer")


def setup(app):
    """Add assets/claims.js where it is needed."""
    app.connect("html-page-context", _use_the_script)
