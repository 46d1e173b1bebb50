import type { WordList } from './word-list.ts'

/** Spanish, without accents; the head comes first. */
export const es: WordList = {
  'person-name':
    'nombre completo,nombre y apellidos,nombre apellidos,titular,destinatario,contacto,persona contacto,cliente,nombre cliente,paciente,nombre paciente,conyuge,vendedor,comercial,medico,contacto emergencia,tutor,padre,madre,representante,responsable,alumno,beneficiario,titular tarjeta,titular cuenta,huesped,profesor,empleado,entrenador,nombre titular,pasajero,asesor,nombre destinatario,nombre alumno,apoderado,acudiente,apellidos y nombre,apellidos nombre,nombre contacto,dr,dra,doctor habitual',
  'given-name': 'nombre,nombres,nombre pila,primer nombre,segundo nombre',
  'family-name': 'apellido,apellidos,primer apellido,segundo apellido,apellido paterno,apellido materno',
  nickname: 'apodo,alias',
  username: 'usuario,nombre usuario',
  'national-id':
    'dni,nie,nif,dni nie,documento identidad,cedula,cedula ciudadania,curp,rut,run,numero documento,documento,num documento,cedula identidad,numero identificacion,dni nif,nif nie,numero seguridad social,identificacion,nro documento,nif cif,nif dni,n documento,numero cedula,nss,ci,rfc persona,seguridad social,no seguridad social,n seguridad social',
  passport: 'pasaporte,numero pasaporte',
  'id-document':
    'permiso conducir,carnet conducir,licencia conducir,numero poliza,poliza,licencia,numero licencia',
  'birth-date': 'fecha nacimiento,cumpleanos,nacimiento,fec nac,f nacimiento,fecha nac,ano nacimiento,f nac',
  age: 'edad',
  gender: 'sexo,genero',
  salutation: 'tratamiento,titulo',
  nationality: 'nacionalidad',
  'job-title': 'profesion,cargo,puesto,ocupacion',
  'plate-number': 'matricula,placa,matricula vehiculo,patente',
  vin: 'bastidor,numero bastidor,chasis,numero chasis',
  'member-no':
    'numero socio,n socio,tarjeta fidelidad,numero tarjeta fidelidad,num socio,socio,numero afiliado,codigo socio,carnet socio,numero miembro,nro socio',
  'customer-id':
    'numero cliente,codigo cliente,id cliente,n cliente,cod cliente,num cliente,nro cliente,referencia cliente',
  'ip-address': 'direccion ip',
  'photo-url': 'foto,fotografia',
  mobile:
    'movil,telefono movil,celular,telefono celular,tel movil,num movil,numero movil,numero celular,whatsapp movil',
  landline: 'telefono fijo,fijo',
  phone:
    'telefono,tel,numero telefono,fax,telefonos,telefono contacto,telefono casa,telefono trabajo,tlf,tfno,telf,n telefono,telefono emergencia,telefono 1,telefono 2',
  email:
    'correo,correo electronico,email,e mail,mail,direccion correo,direccion email,direccion correo electronico',
  'postal-address':
    'direccion,domicilio,calle,direccion envio,direccion facturacion,direccion entrega,piso,puerta,direccion postal,direccion completa,direccion 1,direccion 2,numero calle,escalera,via,complemento direccion',
  'postal-code': 'codigo postal,cp,cod postal,c p',
  region:
    'ciudad,provincia,pais,poblacion,localidad,municipio,estado provincia,departamento,comunidad autonoma,region,colonia,barrio,comuna,lugar nacimiento,pais residencia,distrito',
  'bank-account':
    'cuenta bancaria,numero cuenta,cuenta,ccc,clabe,cbu,cuenta corriente,n cuenta,num cuenta,datos bancarios',
  'credit-card': 'tarjeta credito,numero tarjeta,tarjeta,num tarjeta',
  'card-expiry': 'caducidad tarjeta,vencimiento tarjeta',
  'bank-name': 'banco,entidad bancaria,nombre banco',
  'tax-id': 'cif,rfc,numero fiscal,cuit,ruc,identificacion fiscal,numero iva,nif empresa,cif nif,cuil',
  income: 'salario,sueldo,ingresos,ingreso mensual,ingresos anuales,salario bruto,nomina,renta',
  'stored-balance': 'saldo,monedero,saldo tarjeta,credito disponible',
  'health-data':
    'alergia,alergias,diagnostico,enfermedad,enfermedades,medicacion,medicamentos,grupo sanguineo,discapacidad,antecedentes,antecedentes medicos,tratamiento medico,sintomas,embarazo,historial medico,peso corporal,estatura,lesiones,tipo piel,patologias,motivo consulta,intolerancias,dieta,tipo sangre,restricciones alimentarias,presion arterial',
  'medical-id':
    'historia clinica,numero historia clinica,numero seguro,tarjeta sanitaria,numero paciente,n historia,numero afiliacion,num historia,numero expediente,cip,sip,num pac,numpac,numero historia,nhc,poliza',
  religion: 'religion,sindicato',
  ethnicity: 'etnia,raza',
  'marital-status': 'estado civil',
  'geo-coordinates': 'latitud,longitud,coordenadas',
  password: 'contrasena,clave,codigo acceso,clave acceso',
  'order-id':
    'numero pedido,pedido,n pedido,numero factura,factura,id pedido,referencia pedido,n factura,numero orden,orden,numero reserva,localizador,num pedido,num factura,numero ticket,referencia,contrato,numero contrato,nro pedido,reserva',
  'tracking-no': 'numero seguimiento,seguimiento,guia,numero guia,n seguimiento',
  amount:
    'importe,precio,total,monto,gastos,gastos envio,coste,costo,cuota,subtotal,importe total,total gastado,gasto total,precio unitario,facturacion,total pedido,valor,deuda,iva,descuento importe,base imponible,anticipo,ventas,total compras,alquiler,presupuesto',
  'points-balance': 'puntos,saldo puntos,puntos fidelidad',
  quantity:
    'cantidad,numero pedidos,unidades,stock,existencias,visitas,num pedidos,numero visitas,numero hijos,noches,compras,n pedidos,personas,cantidad pedidos,sesiones restantes',
  'business-phone': 'telefono tienda,telefono proveedor',
  'business-address':
    'direccion tienda,direccion proveedor,domicilio fiscal empresa,direccion almacen,domicilio social',
  'company-name':
    'empresa,razon social,compania,proveedor,colegio,centro trabajo,fabricante,aseguradora,nombre empresa,escuela,nombre comercial,institucion,sociedad',
  'store-name': 'tienda,sucursal,local,centro,sede,almacen,gimnasio,punto venta',
  'product-name':
    'producto,articulo,nombre producto,descripcion producto,servicio,curso,concepto,modelo,vehiculo,tipo habitacion,nombre articulo,plan,suscripcion',
  sku: 'codigo producto,codigo articulo,referencia producto,cod articulo,ref producto',
  barcode: 'codigo barras,cod barras',
  category:
    'estado,tipo,categoria,grupo,forma pago,metodo pago,metodo envio,forma envio,idioma,moneda,origen,canal,estado pedido,situacion,nivel,grupo cliente,tipo documento,marca,talla,color,motivo,parentesco,tipo cliente,sector,segmento,fuente,etiquetas,intereses,grado,clase,tipo pago',
  boolean:
    'activo,suscrito,newsletter,boletin,consentimiento,acepta publicidad,si no,suscrito boletin,acepta,baja,verificado,suscripcion boletin,autoriza,acepta terminos,firmada,firmado',
  date: 'fecha,hora,fecha pedido,fecha alta,fecha registro,ultima compra,ultima visita,fecha compra,fecha creacion,ultimo pedido,fecha baja,fecha inicio,fecha fin,vencimiento,ultimo acceso,fecha factura,fecha caducidad,mes,ano,dia,cliente desde,primera compra,entrada,salida,fecha ingreso,fecha modificacion,caducidad,fecha cita,alta,llegada,ultima actualizacion',
  measure:
    'descuento,porcentaje,puntuacion,peso,kilometraje,duracion,valoracion,nota,kilometros,superficie,promedio,tasa',
  url: 'web,pagina web,enlace,sitio web',
  code: 'codigo,numero,n,habitacion,codigo promocional,cupon,num,id,lote,numero serie,mesa,taquilla,codigo descuento,nro,codigo vendedor,clave producto,numero habitacion',
  'row-id': 'fila,linea,numero linea,consecutivo',
  'free-text':
    'observaciones,notas,nota cliente,comentario,comentarios,mensaje,descripcion,indicaciones,instrucciones,observacion,anotaciones,detalles,peticiones,instrucciones entrega,consulta,otros,informacion adicional,notas pedido,referencias entrega,peticiones especiales,dedicatoria,observac,obs',
  biometric: 'huella,huella dactilar,biometria,reconocimiento facial',
}

/** Portuguese, of Brazil and Portugal, without accents; the head comes first. */
export const pt: WordList = {
  'person-name':
    'nome,nome completo,nome cliente,cliente,destinatario,titular,contato,contacto,paciente,nome paciente,conjuge,vendedor,medico,responsavel,contato emergencia,mae,pai,nome mae,nome pai,aluno,nome aluno,professor,funcionario,beneficiario,hospede,titular cartao,nome social,atendente,nome destinatario,comprador,nome comprador,nome responsavel,filiacao,colaborador,corretor,representante,nome titular,passageiro',
  'given-name': 'primeiro nome,nome proprio',
  'family-name': 'sobrenome,apelido familia,ultimo nome',
  nickname: 'apelido',
  username: 'usuario,nome usuario,login,utilizador',
  'national-id':
    'cpf,c p f,cartao cidadao,nif,numero contribuinte,contribuinte,bilhete identidade,cpf cliente,cpf comprador,cpf cnpj,documento,numero documento,niss,cartao cidadao numero,cc numero,numero identificacao',
  passport: 'passaporte,numero passaporte',
  'id-document':
    'rg,cnh,identidade,carteira motorista,numero cnh,carta conducao,rne,carteira trabalho,ctps,pis,pis pasep,titulo eleitor,numero apolice,apolice,numero rg',
  'birth-date':
    'data nascimento,nascimento,aniversario,data aniversario,dt nascimento,dt nasc,data nasc,nasc',
  age: 'idade,faixa etaria',
  gender: 'sexo,genero',
  salutation: 'tratamento,pronome tratamento',
  nationality: 'nacionalidade',
  'job-title': 'profissao,cargo,ocupacao,funcao',
  'plate-number': 'placa,placa veiculo,matricula veiculo',
  vin: 'chassi,numero chassi,renavam',
  'member-no':
    'numero socio,carteirinha,cartao fidelidade,numero cartao fidelidade,matricula aluno,socio,numero carteirinha,n socio,matricula',
  'customer-id': 'codigo cliente,numero cliente,id cliente,cod cliente,n cliente,matricula cliente',
  'ip-address': 'endereco ip',
  'photo-url': 'foto',
  mobile:
    'celular,telemovel,telefone celular,whatsapp,numero celular,tel celular,numero telemovel,fone celular,cel',
  landline: 'telefone fixo,telefone residencial,fone fixo',
  phone:
    'telefone,fone,tel,telefone contato,numero telefone,telefone contacto,fax,telefone 1,telefone 2,ddd,telefone comercial,telefones,telefone recado',
  email: 'email,e mail,correio eletronico,endereco email,endereco e mail',
  'postal-address':
    'endereco,end,compl,rua,logradouro,morada,endereco entrega,complemento,endereco cobranca,numero casa,numero endereco,endereco completo,endereco residencial,avenida,morada entrega,numero porta,complemento endereco,endereco rua,ponto referencia',
  'postal-code': 'cep,codigo postal',
  region:
    'cidade,estado,uf,bairro,pais,municipio,localidade,concelho,distrito,freguesia,naturalidade,regiao,provincia',
  'bank-account': 'conta bancaria,conta corrente,numero conta,conta,nib,conta poupanca,dados bancarios',
  'payment-account': 'chave pix,pix,mb way,mbway',
  'credit-card': 'cartao credito,numero cartao,cartao',
  'card-expiry': 'validade cartao',
  'bank-name': 'banco,nome banco',
  'bank-code': 'agencia,codigo banco,numero agencia',
  'tax-id': 'nif empresa,inscricao estadual,ie,inscricao municipal',
  'unified-social-credit-code': 'cnpj,nipc',
  income: 'salario,renda,renda mensal,rendimento,renda familiar,remuneracao,vencimento base,salario bruto',
  'stored-balance': 'saldo,saldo carteira,saldo cliente,credito loja,saldo cartao',
  'health-data':
    'alergia,alergias,diagnostico,doenca,doencas,medicamentos,medicacao,tipo sanguineo,deficiencia,historico medico,sintomas,gravidez,gestante,peso corporal,altura,tratamento medico,restricao alimentar,restricoes alimentares,queixa principal,cid,anamnese,lesoes,comorbidades,plano tratamento,tipo pele,pressao arterial,imc',
  'medical-id':
    'prontuario,cartao sus,cns,numero prontuario,numero utente,plano saude,carteirinha convenio,numero carteira convenio,numero cartao sus,utente',
  religion: 'religiao,sindicato',
  ethnicity: 'raca,etnia,cor raca,raca cor',
  'marital-status': 'estado civil',
  'geo-coordinates': 'latitude,longitude,coordenadas',
  password: 'senha,palavra passe,codigo acesso',
  'order-id':
    'pedido,numero pedido,id pedido,n pedido,nota fiscal,numero nf,nfe,numero nota,fatura,numero fatura,codigo pedido,encomenda,numero encomenda,protocolo,ordem servico,reserva,numero reserva,chave acesso nfe,numero contrato,contrato,transacao,id transacao',
  'tracking-no': 'codigo rastreio,rastreio,codigo rastreamento,rastreamento,numero rastreio',
  amount:
    'valor,preco,total,total gasto,valor total,frete,desconto valor,subtotal,preco unitario,mensalidade,faturamento,montante,taxa,custo,valor pago,valor pedido,ticket medio,limite credito,total compras,divida,valor frete,comissao,quantia,portes,iva,entrada valor,valor produto',
  'points-balance': 'pontos,saldo pontos,pontuacao fidelidade',
  quantity:
    'quantidade,qtd,estoque,visitas,numero compras,qtde,qtd pedidos,quantidade pedidos,numero filhos,diarias,compras,total pedidos,stock,unidades,filhos,numero pessoas,quantidade compras',
  'business-phone': 'telefone loja,telefone fornecedor',
  'business-address': 'endereco loja,endereco fornecedor,morada fiscal empresa,endereco empresa',
  'company-name':
    'empresa,razao social,nome fantasia,fornecedor,escola,fabricante,convenio,nome empresa,empregador,seguradora',
  'store-name': 'loja,filial,unidade,academia,ponto venda,nome loja,sede,polo',
  'product-name':
    'produto,nome produto,item,servico,curso,plano,modelo,procedimento,veiculo,artigo,tipo quarto,descricao produto,assinatura,titulo anuncio,variacao',
  sku: 'codigo produto,referencia produto,cod produto,referencia,ref',
  barcode: 'codigo barras',
  category:
    'status,tipo,categoria,grupo,forma pagamento,metodo pagamento,forma envio,idioma,moeda,origem,canal,situacao,estado encomenda,nivel,marca,tamanho,cor,motivo,parentesco,escolaridade,tipo pessoa,etiquetas,segmento,bandeira,turno,turma,serie,tipo cliente,setor,status pedido,meio pagamento,transportadora,interesses,como conheceu,grau parentesco',
  boolean:
    'ativo,newsletter,aceita marketing,consentimento,sim nao,aceita,inativo,bloqueado,optin,aceita termos,aceite lgpd,autoriza',
  date: 'data,hora,data pedido,data cadastro,ultima compra,ult compra,ultima visita,data compra,data criacao,cadastrado em,data registo,ultimo acesso,validade,data entrada,data saida,data inicio,data fim,vencimento,primeira compra,mes,ano,dia,cliente desde,criado em,atualizado em,dt cadastro,data vencimento,data admissao,data pagamento,data consulta,ultimo pedido,data envio,data matricula,dt compra',
  measure:
    'desconto,porcentagem,percentual,nota avaliacao,peso,quilometragem,duracao,avaliacao,nota,km,area,largura,media,percentagem',
  url: 'site,link,pagina',
  code: 'codigo,numero,n,quarto,cupom,numero serie,lote,id,cod,mesa,codigo cupom,armario,apto hotel,codigo vendedor',
  'row-id': 'linha,sequencia',
  'free-text':
    'observacoes,observacao,obs,comentario,comentarios,notas,mensagem,descricao,instrucoes,anotacoes,recado,detalhes,informacoes adicionais,instrucoes entrega,outros,evolucao,mensagem presente,duvida,pergunta,pedidos especiais,nota interna',
  biometric: 'biometria,impressao digital,digital,template biometrico,reconhecimento facial',
}
