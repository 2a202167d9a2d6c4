"""The book as open data: tables made of the models, and the package that describes them."""
