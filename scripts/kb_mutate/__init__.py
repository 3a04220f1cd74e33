"""Small changes of meaning, made to the code one at a time: do the tests object?"""
