"""Whatever an article comes as (text, Markdown, web page, PDF, address) is read into one kind."""
