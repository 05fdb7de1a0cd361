export default {
  'seal.title': 'The sealed record',
  'seal.lead':
    'Everything that changes in this forum leaves a line in its record. All lines together are sealed by one short number, signed here every few seconds. Keep one of these, and nobody – not even whoever runs this server – can change, remove or reorder a line before it without your noticing.',
  'seal.key': 'The key of this record',
  'seal.key_is': 'With it anyone can check who signed a head. Write it down somewhere else, too.',
  'seal.newest': 'The newest signed head',
  'seal.keep_it': 'Keep a copy where this server cannot reach it: on paper, in a letter, with a friend.',
  'seal.checkpoint': 'The newest one, as text',
  'seal.none': 'Nothing has been recorded yet. The first line is sealed within seconds.',
  'seal.how': 'How to check it',
  'seal.how_leaves':
    'The lines are the leaves of a Merkle tree, as in RFC 6962. The head is a hash over all of them: change one, and it is another. The tree can be followed at /checkpoint and /tile by any program that reads C2SP tlog-tiles.',
  'seal.how_hidden':
    'A leaf is a hash under a salt and shows nobody’s words or name, so what is off the record stays so, and what somebody asks to be erased can be: the line stays, and says that it was erased.',
  'seal.how_check':
    'With the program on your own machine, this follows the whole tree from here and holds it against the head you kept:',
  'seal.heads': 'Newest heads',
  'seal.col.lines': 'Lines',
  'seal.col.head': 'Head',
  'seal.col.witnesses': 'Also signed by',
  'seal.no_witness': 'nobody yet',
  'seal.witnesses': 'Witnesses',
  'seal.witnesses_are':
    'Whoever holds this server’s key could sign another history. A witness is somebody outside who has seen every head, makes sure that the tree has only grown, and signs too.',
  'seal.witness_none': 'No witness has been named.',
  'seal.withdrawn': 'no longer asked',
  'seal.withdraw': 'Ask {name} no longer',
  'seal.witness_key': 'Public key of a witness',
  'seal.witness_key_help': 'As the witness publishes it: name+hash+key, of a C2SP cosigner.',
  'seal.name_witness': 'Name this witness',
  'seal.cosigned': 'A head signed by a witness',
  'seal.cosigned_help':
    'The text of the head with the signature under it. Anyone may hand it in: the signature counts.',
  'seal.hand_in': 'Hand it in',
  'seal.not_done': 'That was not done.',
  'witness.key_wrong':
    'This is not the public key of a witness. It reads name+hash+key, and its kind is that of a C2SP cosignature (Ed25519).',
  'witness.named_already': 'This witness has been named already.',
  'witness.withdrawn_already': 'This witness is no longer asked already.',
  'checkpoint.not_one': 'This is not a signed head of a record. Paste the whole text, signatures and all.',
  'checkpoint.not_ours': 'This is not one of the heads that this forum signed. Nothing was kept.',
  'checkpoint.nothing_new': 'No named witness has signed this, or the signature is here already.',
};
