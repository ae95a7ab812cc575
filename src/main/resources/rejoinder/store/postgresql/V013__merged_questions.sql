-- A question of the bank that ships was merged into another one: what candidates said and noted of it goes on under the id of that.
update asked set question = 'object-oriented-programming/static-vs-class-method'
    where question = 'object-oriented-programming/staticmethod-purpose';
update review set question = 'object-oriented-programming/static-vs-class-method'
    where question = 'object-oriented-programming/staticmethod-purpose';
update drill set question = 'object-oriented-programming/static-vs-class-method'
    where question = 'object-oriented-programming/staticmethod-purpose';
update accepted_wording set question = 'object-oriented-programming/static-vs-class-method'
    where question = 'object-oriented-programming/staticmethod-purpose';
-- two notes become one
update note set content = content || '

' || (select gone.content from note gone
        where gone.candidate = note.candidate and gone.question = 'object-oriented-programming/staticmethod-purpose')
    where question = 'object-oriented-programming/static-vs-class-method'
    and exists (select 1 from note gone
        where gone.candidate = note.candidate and gone.question = 'object-oriented-programming/staticmethod-purpose');
delete from note where question = 'object-oriented-programming/staticmethod-purpose'
    and exists (select 1 from note stays
        where stays.candidate = note.candidate and stays.question = 'object-oriented-programming/static-vs-class-method');
update note set question = 'object-oriented-programming/static-vs-class-method'
    where question = 'object-oriented-programming/staticmethod-purpose';
